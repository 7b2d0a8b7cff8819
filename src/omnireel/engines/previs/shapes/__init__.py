"""Meshes: transforms, primitives, sweeps, lathes and signed-distance solids."""
