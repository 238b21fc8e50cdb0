"""Reads the frame header of a JPEG or JPEG-LS codestream without decoding it (ITU-T T.81 annex B, T.87 annex C).

The frame header tells the true size, precision, process and colour transform, whatever the DICOM header says; a
codestream whose size is a lie is refused before a decoder allocates for it.
"""

from __future__ import annotations

from dataclasses import dataclass

_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SOF = frozenset({*range(0xC0, 0xD0), 0xF7}) - {0xC4, 0xC8, 0xCC}
_LOSSLESS_SOF = frozenset({0xC3, 0xC7, 0xCB, 0xCF})


@dataclass(frozen=True, slots=True)
class JpegHeader:
    """What a codestream says about itself.

    Attributes:
        sof: The frame marker's low byte: 0xC0 baseline, 0xC1 extended, 0xC2 progressive, 0xC3 lossless, 0xF7 JPEG-LS.
        precision: Bits of a sample.
        rows: Number of lines; 0 if it is told only at the end.
        columns: Samples in a line.
        components: 1 to 255.
        adobe_transform: The APP14 marker's colour transform (0 none, 1 YCbCr, 2 YCCK), or None without the marker.
        component_ids: Identifiers of the components; libraries write "RGB" there.
        scans: Number of scans (a progressive file has about ten).
        jfif: Whether a JFIF marker is there, which implies YCbCr.
    """

    sof: int
    precision: int
    rows: int
    columns: int
    components: int
    adobe_transform: int | None
    component_ids: bytes
    scans: int
    jfif: bool

    @property
    def lossless(self) -> bool:
        """Whether the process is a lossless one."""
        return self.sof in _LOSSLESS_SOF

    def is_rgb(self, photometric: str) -> bool:
        """Whether three components are RGB already: by the Adobe marker, else as the DICOM header says."""
        if self.adobe_transform is not None:
            return self.adobe_transform == 0
        if self.jfif and photometric != "RGB":
            return False
        return photometric == "RGB"


def read_jpeg_header(data: bytes) -> JpegHeader | None:
    """The frame header, or None if this is no JPEG codestream or has no frame header."""
    if data[:2] != b"\xff\xd8":
        return None
    position, frame = 2, b""
    sof, adobe, jfif = 0, None, False
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker == 0xFF or marker in _STANDALONE:
            position += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        body = data[position + 4 : position + 2 + length]
        if marker in _SOF:
            sof, frame = marker, body
        elif marker == 0xEE and body[:5] == b"Adobe" and len(body) >= 12:
            adobe = body[11]
        elif marker == 0xE0 and body[:5] == b"JFIF\0":
            jfif = True
        elif marker == 0xDA:
            break
        position += 2 + length
    if len(frame) < 6 or len(frame) < 6 + 3 * frame[5]:
        return None
    ids = bytes(frame[6 + 3 * i] for i in range(frame[5]))
    rows, columns = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    return JpegHeader(sof, frame[0], rows, columns, frame[5], adobe, ids, data.count(b"\xff\xda"), jfif)
