import os
from collections.abc import Callable
from pathlib import Path

import pytest

from omnireel.jobs.cache import Cache


def write(content: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


def test_a_thing_is_made_once(tmp_path: Path) -> None:
    made: list[Path] = []

    def make(path: Path) -> None:
        made.append(path)
        path.write_text("mesh")

    first = Cache(tmp_path).once("violin", make)
    assert Cache(tmp_path).once("violin", make) == first
    assert first.read_text() == "mesh"
    assert len(made) == 1
    assert Cache(tmp_path).once("bow", make) != first


def test_what_breaks_off_is_made_again(tmp_path: Path) -> None:
    def broken(path: Path) -> None:
        path.write_text("half")
        raise ValueError("out of clay")

    cache = Cache(tmp_path)
    with pytest.raises(ValueError, match="clay"):
        cache.once("violin", broken)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    path = cache.once("violin", write(b"whole"))
    assert path.read_text() == "whole"


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, kept_bytes=250)
    paths = [cache.once(str(key), write(bytes(100))) for key in range(3)]
    for age, path in enumerate(paths):
        os.utime(path, (1000 - age, 1000 - age))
    cache.once("2", lambda path: path.unlink())  # used again
    cache.prune()
    assert [path.exists() for path in paths] == [True, False, True]
