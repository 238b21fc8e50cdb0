"""What the viewer does, without Qt: state, requests, pipeline, cache and settings."""
