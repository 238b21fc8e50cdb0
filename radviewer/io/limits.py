"""How much a file may ask for: checked against its header before anything is allocated."""

from __future__ import annotations

MAX_FRAME_SET_BYTES = 2 * 1024**3  # rows x columns x samples x frames x bytes of one object
MAX_INFLATED_BYTES = 2 * 1024**3  # of a deflated data set
MAX_RASTER_PIXELS = 178_956_970  # Pillow's own limit for an image that is certainly no decompression bomb, doubled
DECODE_SECONDS = 10.0  # wall clock and processor time for one frame
DECODE_BYTES = 2 * 1024**3  # memory of a decode process beyond what it starts with
LARGE_ELEMENT_BYTES = 64 * 1024**2  # values longer than this are skipped unless they are pixels
