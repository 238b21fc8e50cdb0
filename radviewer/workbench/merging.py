"""Puts later maps of the same prediction beside earlier ones, so that asking for one label does not lose another."""

from __future__ import annotations

from radviewer.core.explanation import Explanation, Method
from radviewer.workbench.requests import AssistResult


def merged(old: AssistResult | None, new: AssistResult) -> AssistResult:
    """The new result with those maps of the old one that it lacks, if both are of one image and one model version."""
    if old is None or not _same_subject(old, new):
        return new
    have = {_key(item) for item in new.explanations}
    kept = tuple(item for item in old.explanations if _key(item) not in have)
    return AssistResult(new.request, new.prediction, new.explanations + kept)


def missing_methods(
    result: AssistResult, methods: tuple[Method, ...], label_key: str, layer: str | None = None
) -> tuple[Method, ...]:
    """Those methods that have no map for the label (and the layer, None: the pack's) yet."""
    return tuple(method for method in methods if result.explanation(method, label_key, layer) is None)


def _same_subject(old: AssistResult, new: AssistResult) -> bool:
    one, other = old.prediction, new.prediction
    return (one.image, one.model_id, one.model_version) == (other.image, other.model_id, other.model_version)


def _key(item: Explanation) -> tuple[Method, str, str]:
    return item.method, item.label.key, item.layer
