"""The reading room: sign-in, one case at a time, questions beside the image, and nothing that names the patient."""
