"""Nouns to bodies: props of our own, drawings inflated to plush, and stand-ins."""
