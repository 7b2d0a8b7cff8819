"""Sound that is made, not sampled: scores, effects, ambience, music, and the mix of them."""

from omnireel.engines.previs.sound.mix import mix, unmet
from omnireel.engines.previs.sound.score import compose

__all__ = ["compose", "mix", "unmet"]
