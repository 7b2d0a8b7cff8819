"""Results that are kept so that a retry or an edit need not make them again."""

import hashlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path

KEPT_BYTES = 4 << 30


class Cache:
    """Files by key. A file is there whole or not at all; the least recently used go first."""

    def __init__(self, folder: Path, *, kept_bytes: int = KEPT_BYTES) -> None:
        """Keep about `kept_bytes` of files in `folder`."""
        self._folder = folder
        self._kept_bytes = kept_bytes

    def once(self, key: str, make: Callable[[Path], None]) -> Path:
        """The file `make` wrote for this key, now or earlier. `make` is given the path to write."""
        name = hashlib.sha256(key.encode()).hexdigest()
        path = self._folder / name[:2] / name
        if path.exists():
            os.utime(path)
            return path
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}-{secrets.token_hex(4)}.partial")
        try:
            make(partial)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        return path

    def prune(self) -> None:
        """Delete what was not used for longest, until the rest is small enough."""
        files = sorted(
            ((path.stat(), path) for path in self._folder.glob("??/*") if path.is_file()),
            key=lambda found: found[0].st_mtime,
            reverse=True,
        )
        size = 0
        for stat, path in files:
            size += stat.st_size
            if size > self._kept_bytes:
                path.unlink(missing_ok=True)
