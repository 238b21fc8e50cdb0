"""The command line: one module a subcommand, and only the chosen one is imported."""
