"""The report of a reader study: analysis, figures, text, and the tables of the reporting guidelines."""
