"""The administrator's windows: planning a study, and looking after one while readers read."""
