"""Rigid bodies: worlds that really roll, fall and collide, and what one hears of it."""
