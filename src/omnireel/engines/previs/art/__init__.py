"""The art pack: vector drawings of nearly every noun, their names, and fonts."""
