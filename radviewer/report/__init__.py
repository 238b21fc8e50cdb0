"""Reports from results: self-contained HTML, PDF and JSON."""
