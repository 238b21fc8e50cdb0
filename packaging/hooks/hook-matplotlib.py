"""Nothing to collect: the stand-in of packaging/absent takes the place of matplotlib."""
