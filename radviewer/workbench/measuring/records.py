"""Measurements as plain objects for JSON, and back, refusing what is not one: used by the file they are kept in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from radviewer.core.errors import InputProblem, InternalError
from radviewer.core.measurement import Figure, FigureKind, Ruler, Statistics, Values
from radviewer.workbench.measuring.notes import Measurement


def to_record(measurement: Measurement) -> dict[str, Any]:
    """A measurement as a JSON object."""
    return {
        "id": measurement.id,
        "kind": measurement.figure.kind.value,
        "points": [list(point) for point in measurement.figure.points],
        "name": measurement.name,
        "created": measurement.created,
        "values": None if measurement.values is None else asdict(measurement.values),
    }


def from_record(record: Mapping[str, Any]) -> Measurement:
    """The measurement of a JSON object.

    Raises:
        InputProblem: It is none.
    """
    try:
        points = tuple((float(row), float(column)) for row, column in record["points"])
        figure = Figure(FigureKind(record["kind"]), points)
        return Measurement(
            str(record["id"]), figure, str(record["name"]), str(record["created"]), _values(record["values"])
        )
    except (KeyError, TypeError, ValueError, InternalError) as error:
        raise InputProblem(f"An entry is no measurement ({type(error).__name__}).") from error


def _values(raw: Mapping[str, Any] | None) -> Values | None:
    if raw is None:
        return None
    parts = dict(raw)
    for name in ("statistics", "uptake"):
        parts[name] = Statistics(**parts[name]) if parts.get(name) is not None else None
    return Values(**{**parts, "ruler": Ruler(**parts["ruler"])})
