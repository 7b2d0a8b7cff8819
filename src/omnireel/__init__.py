"""omnireel: self-hosted video that is edited in conversation, behind the Gemini Omni wire."""

__version__ = "0.1.0"
