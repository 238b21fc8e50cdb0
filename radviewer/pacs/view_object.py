"""What was on the screen as a DICOM object of the image's own study: a secondary capture (PS3.3 A.8.1).

It repeats the patient and study of its image, so it is no de-identified export.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pydicom.uid import ExplicitVRLittleEndian

from radviewer.core.image import Image
from radviewer.pacs.map_objects import MANUFACTURER, _bytes, _equipment, _source

_DESCRIPTION = "Picture of the view in radviewer. Research use only, not for diagnosis."


def view_capture(image: Image, picture: NDArray[np.uint8]) -> bytes:
    """A DICOM Secondary Capture of a view.

    Args:
        image: What is seen in it; read from a DICOM file.
        picture: (rows, columns, 3) RGB.

    Raises:
        InputProblem: The image is no DICOM file, or lacks what its derived objects have to repeat.
    """
    import highdicom

    own, source = _equipment(), _source(image)
    made = highdicom.sc.SCImage.from_ref_dataset(
        ref_dataset=source,
        pixel_array=np.ascontiguousarray(picture),
        photometric_interpretation="RGB",
        bits_allocated=8,
        coordinate_system="PATIENT",
        # highdicom asks for it always; a view may be turned, so the object leaves it empty (type 2C).
        patient_orientation=("L", "P"),
        transfer_syntax_uid=ExplicitVRLittleEndian,
        series_instance_uid=own["series_instance_uid"],
        series_number=own["series_number"],
        sop_instance_uid=own["sop_instance_uid"],
        instance_number=own["instance_number"],
        manufacturer=MANUFACTURER,
    )
    made.PatientOrientation = None
    side = source.get("Laterality") or source.get("ImageLaterality")
    made.Laterality = side if side in {"L", "R"} else None  # the only values of the series' attribute
    made.SeriesDescription = "View in radviewer"
    made.ImageType = ["DERIVED", "SECONDARY"]
    made.DerivationDescription = _DESCRIPTION
    made.BurnedInAnnotation = "YES"  # corner texts and words of the user may be in it
    return _bytes(made)
