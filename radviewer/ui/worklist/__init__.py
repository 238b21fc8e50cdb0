"""The worklist and batches of predictions over it."""
