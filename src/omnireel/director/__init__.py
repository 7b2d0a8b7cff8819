"""A turn, and the take before it, becomes a storyboard."""
