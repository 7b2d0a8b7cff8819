import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from omnireel import store
from omnireel.config import Settings
from omnireel.domain.failures import InvalidInputError
from omnireel.domain.turn import Turn
from omnireel.store import tables
from omnireel.store.database import HEAD, Database

OPEN = "import sys; from omnireel.store.database import Database; Database(sys.argv[1]).close()"


def test_a_second_opening_changes_nothing(settings: Settings) -> None:
    with store.open(settings) as kept:
        made = kept.create(Turn(prompt="x", model="m"), dialect="gemini")
    with store.open(settings) as kept:
        assert kept.get(made.id) == made


def test_nobody_else_may_look_into_the_data_folder(tmp_path: Path) -> None:
    store.open(Settings(data=tmp_path / "mine" / "data")).close()
    assert (tmp_path / "mine" / "data").stat().st_mode & 0o077 == 0


def test_many_processes_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/omnireel.sqlite"
    opening = [subprocess.Popen([sys.executable, "-c", OPEN, url]) for _ in range(3)]
    assert [process.wait(60) for process in opening] == [0, 0, 0]


def test_the_newest_step_is_the_one_the_code_expects() -> None:
    steps = Config()
    steps.set_main_option("script_location", "omnireel.store:migrations")
    assert ScriptDirectory.from_config(steps).get_current_head() == HEAD


def test_the_steps_lead_to_the_tables(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/omnireel.sqlite"
    Database(url).close()
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), tables.metadata)
    engine.dispose()
    assert differences == []


def test_readers_do_not_wait_for_the_writer(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/omnireel.sqlite")
    query = sa.select(sa.func.count()).select_from(tables.engines)
    row = {"name": "a", "version": "1", "limits": "{}", "updated": 0}
    with database.write() as writer:
        writer.execute(tables.engines.insert().values(row))
        with database.read() as reader:
            assert reader.execute(query).scalar() == 0
    with database.read() as reader:
        assert reader.execute(query).scalar() == 1
    database.close()


def test_a_transaction_that_raises_is_undone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/omnireel.sqlite")
    row = {"name": "a", "version": "1", "limits": "{}", "updated": 0}

    def insert_twice() -> None:
        with database.write() as writer:
            writer.execute(tables.engines.insert().values(row))
            writer.execute(tables.engines.insert().values(row))

    with pytest.raises(sa.exc.IntegrityError):
        insert_twice()
    with database.read() as reader:
        assert reader.execute(sa.select(tables.engines)).all() == []
    database.close()


def test_sqlite_is_set_up_for_many_processes(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/omnireel.sqlite")
    with database.read() as reader:
        for pragma, value in (
            ("journal_mode", "wal"),
            ("foreign_keys", 1),
            ("busy_timeout", 30000),
        ):
            assert reader.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    database.close()
    with sqlite3.connect(tmp_path / "omnireel.sqlite") as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    plain.close()


@pytest.mark.parametrize("url", ["nonsense", "oracle+nothing://x/y"])
def test_a_url_that_cannot_be_used_is_named(url: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        Database(url)
    assert caught.value.field == "database_url"
