"""Files to frames and samples, and back."""

from omnireel.media.contact_sheet import contact_sheet
from omnireel.media.finish import finish
from omnireel.media.poster import poster
from omnireel.media.probe import probe

__all__ = ["contact_sheet", "finish", "poster", "probe"]
