"""A storyboard becomes a clip: the one plug-in seam (`protocol`) and the engines behind it."""
