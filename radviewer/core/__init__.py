"""Values and pure mathematics that every other package shares; numpy at most, no input or output."""
