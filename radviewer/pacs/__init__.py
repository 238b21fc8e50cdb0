"""DIMSE and DICOMweb clients, and the DICOM objects that are written back."""
