"""Files to frames and samples and back, in FFmpeg's words."""
