"""The embedded engine: a clip staged, lit, simulated and scored in simple 3-D."""
