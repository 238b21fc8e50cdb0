"""The labels that a model scores, in the order of its outputs."""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.core.errors import UsageProblem


@dataclass(frozen=True, slots=True)
class Label:
    """One finding that a model scores.

    Attributes:
        key: Stable identifier in files and scripts, for example "glioma".
        name: What the reader sees, for example "Glioma".
        code: Coded concept as "SCHEME:VALUE" (SNOMED CT "SCT:393564001"), empty if none.
        normal: Whether the label stands for the absence of a finding.
    """

    key: str
    name: str
    code: str = ""
    normal: bool = False


def find_label(labels: tuple[Label, ...], key: str) -> Label:
    """The label with this key.

    Raises:
        UsageProblem: No label has the key; the hint names those there are.
    """
    for label in labels:
        if label.key == key:
            return label
    known = ", ".join(label.key for label in labels)
    raise UsageProblem(f"The model has no label '{key}'.", hint=f"Its labels are: {known}.")
