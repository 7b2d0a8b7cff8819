from pathlib import Path

import pytest

from omnireel.config import Settings, default_data
from omnireel.domain.failures import InvalidInputError
from omnireel.domain.turn import Quality


def test_arguments_win_over_variables_and_variables_over_defaults(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OMNIREEL_PORT", "9000")
    monkeypatch.setenv("OMNIREEL_ENGINE", "testcard")
    settings = Settings.read(data=tmp_path, port=9001, engine=None)
    assert (settings.port, settings.engine, settings.quality) == (
        9001,
        "testcard",
        Quality.STANDARD,
    )


def test_the_data_folder_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    assert default_data() == Path("/somewhere/omnireel")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert default_data() == Path.home() / ".local/share/omnireel"


def test_a_child_with_this_environment_reads_the_same_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings(data=Path("here"), port=1, lease=2.5, quality=Quality.HIGH)
    for name, value in settings.as_environment().items():
        monkeypatch.setenv(name, value)
    child = Settings.read()
    assert child == settings.model_copy(update={"data": tmp_path / "here"})


def test_a_database_in_the_data_folder_unless_named(tmp_path: Path) -> None:
    assert Settings(data=tmp_path).database == f"sqlite:///{tmp_path}/omnireel.sqlite"
    assert Settings(database_url="postgresql://x").database == "postgresql://x"


@pytest.mark.parametrize(
    ("name", "value"), [("port", 70_000), ("quality", "best"), ("heartbeat", 0)]
)
def test_a_bad_setting_is_named(name: str, value: object) -> None:
    with pytest.raises(InvalidInputError, match=f"OMNIREEL_{name.upper()}") as caught:
        Settings.read(**{name: value})
    assert caught.value.field == name
