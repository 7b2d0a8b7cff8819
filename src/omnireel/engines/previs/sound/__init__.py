"""Sound that is made, not sampled: scores, effects, ambience, music, and the mix of them."""

from omnireel.engines.previs.sound.instruments import is_known as is_instrument
from omnireel.engines.previs.sound.mix import mix, unmet
from omnireel.engines.previs.sound.score import compose

__all__ = ["compose", "is_instrument", "mix", "unmet"]
