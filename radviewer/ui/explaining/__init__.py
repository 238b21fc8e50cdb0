"""Explanations beyond the one map: how far to trust it, other layers, known evidence, and maps side by side."""
