"""Media that comes in with a request: looked at, at arm's length, before anything is stored."""

import hashlib
import tempfile
from pathlib import Path

from omnireel.domain.failures import InvalidInputError, MediaError
from omnireel.domain.media import Asset
from omnireel.media.probe import probe


def inspect(data: bytes, field: str) -> Asset:
    """What these bytes would be as an asset. Nothing is stored; what they claim to be is not asked.

    Args:
        data: The whole file.
        field: Where in the request it stood, for the sentence of a refusal.

    Raises:
        InvalidInputError: They are no picture and no video that can be decoded.
    """
    with tempfile.TemporaryDirectory(prefix="omnireel-") as folder:
        path = Path(folder) / "media"
        path.write_bytes(data)
        try:
            info = probe(path)
        except MediaError as error:
            raise InvalidInputError(f"{field}: {error.message}", field=field) from error
    if info.mime_type.startswith("audio/"):
        raise InvalidInputError(
            f"{field}: sound cannot be a reference; allowed are pictures and videos.", field=field
        )
    return Asset(
        sha256=hashlib.sha256(data).hexdigest(), mime_type=info.mime_type, size_bytes=len(data)
    )
