"""Composition root: builds the services, wires the window, owns start-up order and shutdown."""
