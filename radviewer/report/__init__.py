"""Reports that need no network: pages, tables and figures, written as HTML, PDF and JSON from one model."""
