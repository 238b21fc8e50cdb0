"""The data check as JSON values and as one HTML file with pairs of thumbnails; names and texts are escaped."""

from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from jinja2 import Environment
from numpy.typing import NDArray

from radviewer.core.image import ImageRef
from radviewer.inference.preprocessing import prepare_plane
from radviewer.io.reader import read_image
from radviewer.training.data_check import CopyPair, DataReport, Shortcut
from radviewer.training.data_reading import SPEC

_SHOWN = 60
_THUMBNAIL = 112

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Data check</title><style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; color: #1c1f23; }
table { border-collapse: collapse; margin: .6rem 0 1.4rem; } td, th { padding: .25rem .8rem; text-align: left;
border-bottom: 1px solid #d5d9de; } td.n { text-align: right; font-variant-numeric: tabular-nums; }
figure { display: inline-block; margin: 0 1rem 1rem 0; font-size: 12px; vertical-align: top; width: 240px; }
figure img { width: 116px; height: 116px; background: #000; } .bad { color: #a3250f; font-weight: 600; }
</style></head><body>
<h1>Data check</h1><p>{{ root }}: {{ images }} images that can be used, {{ refused|length }} files that cannot.</p>
<h2>Images</h2><table><tr><th>split</th><th>label</th><th>images</th></tr>
{% for row in counts %}<tr><td>{{ row.split }}</td><td>{{ row.label }}</td><td class="n">{{ row.images }}</td></tr>
{% endfor %}</table>
<h2>Redundant files</h2>
<table><tr><th>split</th><th>redundant files (equal pixels)</th><th>equal or near</th></tr>
{% for row in redundant %}<tr><td>{{ row.split }}</td><td class="n">{{ row.files }}</td>
<td class="n">{{ row.near }}</td></tr>{% endfor %}
{% if leaking %}<tr><td>all together</td><td class="n">{{ redundant_in_all.files }}</td>
<td class="n">{{ redundant_in_all.near }}</td></tr>{% endif %}</table>
{% if patients %}<h2>Patients</h2>
<table><tr><th>images of</th><th>with a known patient</th><th>who has images in</th><th>images</th></tr>
{% for row in patients %}<tr><td>{{ row.split }}</td><td class="n">{{ row.known }}</td><td>{{ row.other }}</td>
<td class="n {{ 'bad' if row.shared }}">{{ row.shared }}</td></tr>{% endfor %}</table>{% endif %}
{% if leaking %}<h2>Copies between splits</h2>
<table><tr><th>images of</th><th>that have a copy in</th><th>equal pixels</th><th>equal or near</th></tr>
{% for row in leaking %}<tr><td>{{ row.split }}</td><td>{{ row.other }}</td><td class="n">{{ row.exact }}</td>
<td class="n {{ 'bad' if row.near }}">{{ row.near }}</td></tr>{% endfor %}</table>{% endif %}
<h2>Copies with different labels</h2><p class="{{ 'bad' if conflicts else '' }}">{{ conflicts|length }} pairs.</p>
<h2>Shortcuts</h2><p>Cross-validated accuracy of a small decision tree that knows nothing of the picture but:</p>
<table><tr><th>properties</th><th>accuracy</th><th>largest class alone</th></tr>
{% for row in shortcuts %}<tr><td>{{ row.properties }}</td>
<td class="n {{ 'bad' if row.suspicious }}">{{ '%.3f'|format(row.accuracy) }}</td>
<td class="n">{{ '%.3f'|format(row.majority) }}</td></tr>{% endfor %}</table>
{% for words in told %}<p>{{ words }}</p>{% endfor %}
{% if refused %}<h2>Files that cannot be used</h2><ul>{% for row in refused %}<li>{{ row.path }}: {{ row.message }}</li>
{% endfor %}</ul>{% endif %}
{% if pairs %}<h2>Pairs</h2><p>{{ pairs|length }} of {{ total_pairs }} pairs: label conflicts first, then copies between
splits.</p>{% for pair in pairs %}<figure><img src="{{ pair.left }}" alt=""> <img src="{{ pair.right }}" alt="">
<figcaption>{{ pair.first }}<br>{{ pair.second }}<br>correlation {{ '%.4f'|format(pair.correlation) }}</figcaption>
</figure>{% endfor %}{% endif %}
</body></html>
"""


def as_values(report: DataReport, root: Path) -> dict[str, Any]:
    """The report as JSON values; paths are relative to the checked folder."""
    return {
        "folder": str(root),
        "images": len(report.images),
        "refused": [{"path": str(path), "message": problem.sentence()} for path, problem in report.refused],
        "counts": [{"split": s, "label": label, "images": n} for (s, label), n in report.counts.items()],
        "outside": report.outside,
        "redundant": [
            {"split": split, "files": count, "near": report.near_redundant[split]}
            for split, count in report.redundant.items()
        ],
        "redundant_in_all": {"files": report.redundant_in_all[0], "near": report.redundant_in_all[1]},
        "patients": [
            {"split": split, "other": other, "known": known, "shared": shared}
            for (split, other), (known, shared) in report.patients.items()
        ],
        "leaking": [
            {"split": split, "other": other, "exact": exact, "near": near}
            for (split, other), (exact, near) in report.leaking.items()
        ],
        "conflicts": [_pair(report, pair, root) for pair in report.conflicts],
        "pairs": [_pair(report, pair, root) for pair in report.pairs],
        "shortcuts": [{**_predictor(item), "suspicious": item.suspicious} for item in report.shortcuts],
        "coarse": None if report.coarse is None else _predictor(report.coarse),
        "frame": None if report.frame is None else _predictor(report.frame),
    }


def _predictor(item: Shortcut) -> dict[str, Any]:
    return {"properties": item.name, "accuracy": round(item.accuracy, 4), "majority": round(item.majority, 4)}


def words_beside(values: dict[str, Any]) -> list[str]:
    """Sentences on what coarse picture and frame tell, from the report's JSON values; none where neither is known."""
    places = (
        ("coarse", "where hardly any finding can be seen"),
        ("frame", "where side markers, burnt-in text and collimation are"),
    )
    told = [
        f"A linear model of {found['properties']}, {what}, reaches an accuracy of {found['accuracy']:.3f} "
        f"(largest class alone {found['majority']:.3f})."
        for key, what in places
        if (found := values[key])
    ]
    beside = "Read a network's figure on this set beside it, and see what the network loses without it"
    return [*told, f"{beside} (evaluate --robustness layout frame)."] if told else []


def as_html(report: DataReport, root: Path) -> str:
    """The report as one file; shows the pairs that matter most."""
    values = as_values(report, root)
    chosen = sorted(report.pairs, key=lambda pair: _weight(report, pair))[:_SHOWN]
    values["total_pairs"] = len(report.pairs)
    values["told"] = words_beside(values)
    values["pairs"] = [
        _pair(report, pair, root)
        | {
            "left": thumbnail(report.images[pair.first].path),
            "right": thumbnail(report.images[pair.second].path),
        }
        for pair in chosen
    ]
    return Environment(autoescape=True).from_string(_PAGE).render(values | {"root": root.name})


def thumbnail(path: Path) -> str:
    """A small grey picture of an image as a data URI."""
    plane, _ = prepare_plane(read_image(ImageRef(path)), SPEC)
    step = max(1, SPEC.rows // _THUMBNAIL)
    small = np.floor(plane[0, ::step, ::step] * 255 + 0.5).astype(np.uint8)
    return "data:image/png;base64," + base64.b64encode(gray_png(small)).decode()


def gray_png(pixels: NDArray[np.uint8]) -> bytes:
    """8-bit grey values (rows, columns) as PNG (ISO/IEC 15948): one unfiltered IDAT."""
    rows, columns = pixels.shape
    lines = np.concatenate([np.zeros((rows, 1), dtype=np.uint8), pixels], axis=1)
    header = struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(lines.tobytes())), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + kind + d + struct.pack(">I", zlib.crc32(kind + d)) for kind, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _pair(report: DataReport, pair: CopyPair, root: Path) -> dict[str, Any]:
    first, second = report.images[pair.first], report.images[pair.second]
    return {
        "first": first.path.relative_to(root).as_posix(),
        "second": second.path.relative_to(root).as_posix(),
        "correlation": round(pair.correlation, 6),
        "exact": pair.exact,
    }


def _weight(report: DataReport, pair: CopyPair) -> tuple[bool, bool, float]:
    first, second = report.images[pair.first], report.images[pair.second]
    return first.label == second.label, first.split == second.split, -pair.correlation
