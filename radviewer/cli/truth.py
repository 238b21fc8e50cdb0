"""Accuracy of calls against true labels, for `radviewer predict --truth-from-folders`."""

from __future__ import annotations

from collections.abc import Sequence

from radviewer.core.errors import UsageProblem


def summary(pairs: Sequence[tuple[str, str]], labels: tuple[str, ...]) -> str:
    """Accuracy with its Wilson interval, and sensitivity and specificity of each label, as text.

    Args:
        pairs: (true label, called label) of each image.
        labels: Keys of the model's labels.

    Raises:
        UsageProblem: A true label is none of the model's.
    """
    from radviewer.cli.output import as_table

    unknown = sorted({truth for truth, _ in pairs} - set(labels))
    if unknown or not pairs:
        raise UsageProblem(
            f"The folders {', '.join(unknown)} are no labels of the model."
            if unknown
            else "There is nothing to compare.",
            hint=f"Put the images into folders that are named like its labels: {', '.join(labels)}.",
        )
    right = sum(truth == call for truth, call in pairs)
    low, high = wilson(right, len(pairs))
    rows = []
    for label in labels:
        positive = [call == label for truth, call in pairs if truth == label]
        negative = [call != label for truth, call in pairs if truth != label]
        rows.append([label, len(positive), _share(positive), _share(negative)])
    table = as_table(["label", "images", "sensitivity", "specificity"], rows, ("images", "sensitivity", "specificity"))
    return (
        f"{table}accuracy {right / len(pairs):.4f} ({right} of {len(pairs)}), "
        f"95 % interval {low:.4f} to {high:.4f} (Wilson)\n"
    )


def _share(hits: list[bool]) -> str:
    return f"{sum(hits) / len(hits):.4f}" if hits else "undefined"


def wilson(successes: int, trials: int, z: float = 1.959963984540054) -> tuple[float, float]:
    """Wilson's score interval of a proportion (Wilson, JASA 1927)."""
    share = successes / trials
    center = share + z * z / (2 * trials)
    spread = z * ((share * (1 - share) + z * z / (4 * trials)) / trials) ** 0.5
    scale = 1 + z * z / trials
    return (center - spread) / scale, (center + spread) / scale
