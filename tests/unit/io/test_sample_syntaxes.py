"""The sample files cover every transfer syntax that is read, and each is read as it was written."""

from __future__ import annotations

import numpy as np
import pydicom
import pytest

from radviewer.io.codecs import SUPPORTED
from radviewer.io.reader import read_image
from radviewer.io.sample_syntaxes import SampleFile, write_samples


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[SampleFile]:
    return write_samples(tmp_path_factory.mktemp("samples"))


def test_each_sample_is_read_as_it_was_written(samples: list[SampleFile]) -> None:
    for sample in samples:
        read = read_image(sample.ref).pixels.astype(int)
        worst = int(np.abs(read - sample.pixels.astype(int)).max())
        assert worst <= sample.tolerance, sample.name


def test_the_samples_are_of_different_encodings_and_name_them(samples: list[SampleFile]) -> None:
    found = {
        pydicom.dcmread(sample.ref.path, stop_before_pixels=True).file_meta.TransferSyntaxUID for sample in samples
    }
    assert len(found) == len(samples)
    assert found >= SUPPORTED


def test_htj2k_samples_have_the_order_of_their_syntax(samples: list[SampleFile]) -> None:
    (rpcl,) = (sample for sample in samples if sample.name == "HTJ2K Lossless RPCL")
    stream = rpcl.ref.path.read_bytes()
    cod = stream.index(b"\xff\x52")  # COD: length, style, then the order of progression; 2 is RPCL (T.800 A.6.1)
    assert stream[cod + 5] == 2
