"""How a series is dragged: the MIME type of the drag and its content, shared by browser, worklist and panes.

A drag carries the Series Instance UID (or the synthetic UID of pictures) as JSON; anything else that comes under the
same type is left alone.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData

SERIES_MIME = "application/x-radviewer-series"


def series_mime(uid: str) -> QMimeData:
    """The content of a drag of the series with this UID."""
    data = QMimeData()
    data.setData(SERIES_MIME, json.dumps({"series": uid}).encode())
    return data


def dragged_series(data: QMimeData) -> str | None:
    """The UID of the series that is dragged; None if the drag is something else."""
    if not data.hasFormat(SERIES_MIME):
        return None
    try:
        content = json.loads(bytes(data.data(SERIES_MIME).data()))
    except ValueError:  # of another program that uses the same type
        return None
    uid = content.get("series") if isinstance(content, dict) else None
    return uid if isinstance(uid, str) and uid else None
