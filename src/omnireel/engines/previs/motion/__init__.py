"""Bodies in time: a member's actions become a track of positions, turns and squashes."""
