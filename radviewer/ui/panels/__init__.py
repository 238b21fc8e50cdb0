"""The docks: study browser, findings and overlay panels."""
