"""What comes back after the program ended unexpectedly, logs, and reports for support."""
