"""Files to frames and samples, and back."""

from omnireel.media.finish import finish

__all__ = ["finish"]
