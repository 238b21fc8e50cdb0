"""Calls without and with AI, side by side, after unblinding: tables, plots, the image, and a replay of each reading."""
