"""Stored media: content-addressed blobs behind a folder or an object store, one row each."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import obstore
import sqlalchemy as sa
from obstore.store import LocalStore, ObjectStore, from_url

from omnireel.domain.failures import InvalidInputError, NotFoundError
from omnireel.domain.media import Asset
from omnireel.store import tables
from omnireel.store.clock import now_micros
from omnireel.store.database import Database

CHUNK_BYTES = 1 << 20
INCOMING = "incoming"
ABANDONED_AFTER = timedelta(days=1)
NONE = "This asset is no longer stored."


class Assets:
    """Put media in, read it back. A blob is there whole or not at all."""

    def __init__(self, database: Database, place: str) -> None:
        """Use this folder or obstore URL for the blobs."""
        self._database = database
        self._blobs = _open_place(place)

    def put(self, chunks: Iterable[bytes], mime_type: str) -> Asset:
        """Store these bytes, in one pass, under the SHA-256 of the whole."""
        digest = hashlib.sha256()
        size = 0

        def counted() -> Iterator[bytes]:
            nonlocal size
            for chunk in chunks:
                if chunk:
                    digest.update(chunk)
                    size += len(chunk)
                    yield chunk

        incoming = f"{INCOMING}/{secrets.token_hex(16)}"
        try:
            obstore.put(self._blobs, incoming, counted())
            asset = Asset(sha256=digest.hexdigest(), mime_type=mime_type, size_bytes=size)
            self._adopt(incoming, asset)
        except BaseException:
            self._discard(incoming)
            raise
        return asset

    def put_file(self, path: Path, mime_type: str) -> Asset:
        """Store the content of a file."""
        with path.open("rb") as file:
            return self.put(iter(lambda: file.read(CHUNK_BYTES), b""), mime_type)

    def get(self, sha256: str) -> Asset:
        """The asset with this name.

        Raises:
            NotFoundError: None has it.
        """
        query = sa.select(tables.assets).where(tables.assets.c.sha256 == sha256)
        with self._database.read() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError(NONE)
        return Asset(sha256=row.sha256, mime_type=row.mime_type, size_bytes=row.size_bytes)

    def read(self, asset: Asset, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """The bytes from `start` up to, not including, `end`, in chunks.

        Raises:
            NotFoundError: The blob is gone.
            InvalidInputError: The range is not inside the asset.
        """
        stop = asset.size_bytes if end is None else end
        if not 0 <= start <= stop <= asset.size_bytes:
            raise InvalidInputError(
                f"The range {start}-{stop} is outside the {asset.size_bytes} bytes.", field="range"
            )
        if start == stop:
            return iter(())
        try:
            result = obstore.get(self._blobs, _key(asset.sha256), options={"range": (start, stop)})
        except FileNotFoundError as error:
            raise NotFoundError(NONE) from error
        return (bytes(chunk) for chunk in result.stream(min_chunk_size=CHUNK_BYTES))

    def local_path(self, asset: Asset, scratch: Path) -> Path:
        """A file with the asset's bytes: the blob itself where it is one, else a copy in `scratch`.

        Raises:
            NotFoundError: The blob is gone.
        """
        if isinstance(self._blobs, LocalStore) and self._blobs.prefix is not None:
            path = Path(self._blobs.prefix) / _key(asset.sha256)
            if not path.is_file():
                raise NotFoundError(NONE)
            return path
        path = scratch / asset.sha256
        if not path.exists():
            partial = path.with_suffix(f".{secrets.token_hex(4)}")
            with partial.open("wb") as file:
                file.writelines(self.read(asset))
            partial.replace(path)
        return path

    def drop_unused(self, connection: sa.Connection, candidates: Iterable[str]) -> None:
        """Delete, in this transaction, those of the assets that no interaction uses any more.

        The blob goes while the row's lock is held: somebody who stores the same bytes again
        waits for it, and then puts the blob back.
        """
        used = sa.select(tables.uses.c.sha256)
        for sha256 in candidates:
            unused = tables.assets.c.sha256.not_in(used) & (tables.assets.c.sha256 == sha256)
            if connection.execute(tables.assets.delete().where(unused)).rowcount:
                self._discard(_key(sha256))

    def drop_abandoned(self) -> None:
        """Delete what was begun to be put more than a day ago and never finished."""
        oldest = datetime.now(UTC) - ABANDONED_AFTER
        for batch in obstore.list(self._blobs, INCOMING):
            for found in batch:
                if found["last_modified"] < oldest:
                    self._discard(found["path"])

    def _adopt(self, incoming: str, asset: Asset) -> None:
        """Give the finished blob its name, and the asset its row."""
        row = {
            "sha256": asset.sha256,
            "mime_type": asset.mime_type,
            "size_bytes": asset.size_bytes,
            "created": now_micros(),
        }
        with self._database.write() as connection:
            connection.execute(self._database.insert_missing(tables.assets, row))
            obstore.rename(self._blobs, incoming, _key(asset.sha256))

    def _discard(self, key: str) -> None:
        try:
            obstore.delete(self._blobs, key)
        except FileNotFoundError:
            return


def _key(sha256: str) -> str:
    """Where a blob lies. Only digests become paths."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise NotFoundError(NONE)
    return f"sha256/{sha256[:2]}/{sha256}"


def _open_place(place: str) -> ObjectStore:
    if "://" not in place:
        return LocalStore(place, mkdir=True)
    try:
        return from_url(place)
    except Exception as error:  # the library's errors have no common root
        raise InvalidInputError(
            f"The place for blobs cannot be used: {error}.", field="blobs"
        ) from error
