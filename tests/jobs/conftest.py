from pathlib import Path

import pytest

from omnireel.config import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Workers whose heart beats fast and whose silence is soon noticed."""
    return Settings(data=tmp_path / "data", engine="testcard", heartbeat=0.3, lease=3)
