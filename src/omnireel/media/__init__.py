"""Files to frames and samples, and back.

Import from the modules (`media.finish`, `media.poster`, `media.contact_sheet`, `media.probe`): the
HTTP process probes without loading a codec.
"""
