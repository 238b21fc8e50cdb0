"""Variance components for `radviewer stats power` as text: KEY=VALUE pairs, JSON, or a result of `stats mrmc`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.core.errors import UnreadableFile, UsageProblem

if TYPE_CHECKING:
    from radviewer.stats.sample_size import Planning

NAMES = ("var_tr", "var", "cov1", "cov2", "cov3", "cases")
WITH_CORRELATIONS = ("var_tr", "var", "rho1", "rho2", "rho3", "cases")
# Names under which the same numbers go in papers and other programs.
ALIASES = {
    "vartr": "var_tr",
    "sigma2_tr": "var_tr",
    "var_err": "var",
    "var_error": "var",
    "varerr": "var",
    "c": "cases",
    "k": "cases",
    "kstar": "cases",
    "n": "cases",
}


def planning(words: list[str]) -> Planning:
    """Planning values from the words after `--components`.

    Raises:
        UsageProblem: They are not exactly the needed numbers.
        UnreadableFile: A named JSON file cannot be read.
    """
    from radviewer.stats.sample_size import Planning, planning_from_correlations

    values = _values(words)
    if set(values) == set(WITH_CORRELATIONS):
        rho = values["rho1"], values["rho2"], values["rho3"]
        return planning_from_correlations(values["var_tr"], values["var"], rho, values["cases"])
    if set(values) != set(NAMES):
        raise UsageProblem(
            "--components needs exactly var_tr, var, cov1, cov2, cov3 (or rho1, rho2, rho3) and cases.",
            hint=f"Given were: {', '.join(sorted(values)) or 'none'}.",
        )
    return Planning(**values)


def _values(words: list[str]) -> dict[str, float]:
    text = " ".join(words).strip()
    if text.startswith("{"):
        return _from_json(text, "--components")
    if len(words) == 1 and "=" not in text and text.lower().endswith(".json"):
        try:
            content = Path(text).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableFile(f"The components {text} cannot be read: {error}") from error
        return _from_json(content, text)
    pairs = [part for part in text.replace(";", ",").replace(" ", ",").split(",") if part]
    return dict(_pair(part) for part in pairs)


def _pair(part: str) -> tuple[str, float]:
    key, equals, value = part.partition("=")
    if not equals:
        raise UsageProblem(f"--components cannot use {part!r}.", hint="Write KEY=VALUE.")
    return _name(key), _number(value, part)


def _from_json(text: str, where: str) -> dict[str, float]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageProblem(f"{where} is not valid JSON ({error}).", hint="Write KEY=VALUE pairs instead.") from error
    if not isinstance(content, dict):
        raise UsageProblem(f"{where} is not a JSON object.", hint="Write KEY=VALUE pairs instead.")
    if isinstance(content.get("components"), dict):
        return _from_result(content, where)
    return {_name(key): _number(value, f"{key}={value}") for key, value in content.items()}


def _from_result(content: dict[str, Any], where: str) -> dict[str, float]:
    """The components of a result of `stats mrmc --format json`."""
    parts, counts = content["components"], content.get("n", {})
    endpoint = content.get("endpoint", {}).get("name")
    cases = {"sensitivity": "positives", "specificity": "negatives"}.get(endpoint, "cases")
    found = {
        "var_tr": parts.get("var_tr_clamped", parts.get("var_tr")),
        "var": parts.get("var"),
        "cov1": parts.get("cov1"),
        "cov2": parts.get("cov2"),
        "cov3": parts.get("cov3"),
        "cases": parts.get("cases", counts.get(cases)),
    }
    missing = [name for name, value in found.items() if value is None]
    if missing:
        raise UsageProblem(
            f"{where} lacks {', '.join(missing)}.", hint="Use the JSON of a crossed Obuchowski-Rockette analysis."
        )
    return {name: _number(value, name) for name, value in found.items()}


def _name(key: str) -> str:
    plain = key.strip().lower()
    return ALIASES.get(plain, plain)


def _number(value: Any, part: str) -> float:
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise UsageProblem(
            f"--components cannot use {part!r}.", hint="Write for example var_tr=0.0002,var=0.0008,..."
        ) from error
