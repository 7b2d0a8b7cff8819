"""The Gemini Interactions dialect."""
