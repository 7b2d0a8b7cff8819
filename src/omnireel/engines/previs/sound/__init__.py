"""Sound that is made, not sampled: scores, effects, ambience, music, and the mix of them."""
