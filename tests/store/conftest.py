from collections.abc import Iterator
from pathlib import Path

import pytest

from omnireel import store
from omnireel.config import Settings
from omnireel.store import Store


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path)


@pytest.fixture
def kept(settings: Settings) -> Iterator[Store]:
    with store.open(settings) as opened:
        yield opened
