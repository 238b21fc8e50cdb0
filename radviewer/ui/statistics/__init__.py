"""The statistics view: results of a reader study, live while it runs, in words, tables and figures."""
