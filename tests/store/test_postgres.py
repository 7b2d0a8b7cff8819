"""The same store on PostgreSQL: set OMNIREEL_TEST_POSTGRES to a server's URL to run this.

For example postgresql+psycopg://postgres@127.0.0.1:5432/postgres. A database of its own is made.
"""

import os
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest
import sqlalchemy as sa

from omnireel import store
from omnireel.config import Settings
from omnireel.domain.failures import NotFoundError
from omnireel.domain.media import OutputSpec
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Progress, Status, Take, Turn

SERVER = os.environ.get("OMNIREEL_TEST_POSTGRES", "")

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(not SERVER, reason="OMNIREEL_TEST_POSTGRES names no server"),
]


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    name = f"omnireel_{secrets.token_hex(4)}"
    server = sa.create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    url = sa.make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    yield Settings(data=tmp_path, database_url=url)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


def test_a_new_database_may_be_opened_by_many_at_once(settings: Settings) -> None:
    with ThreadPoolExecutor(4) as threads:
        opened = list(threads.map(lambda _: store.open(settings), range(4)))
    made = opened[0].create(Turn(prompt="x", model="m"), dialect="gemini")
    assert [kept.get(made.id) for kept in opened] == [made] * 4
    for kept in opened:
        kept.close()


def test_an_interaction_from_queued_to_deleted(settings: Settings) -> None:
    with store.open(settings) as kept:
        made = kept.create(Turn(prompt="x", model="m"), dialect="gemini", project="p")
        assert kept.waiting() == (made.id,)
        claimed = kept.claim(made.id, "w")
        assert claimed is not None
        assert kept.report(made.id, 1, Progress(done=0.5, stage="render"))
        assert not kept.report(made.id, 2, Progress(done=0.5, stage="render"))
        spec = OutputSpec(width=2, height=2, duration=Fraction(1, 3))
        take = Take(
            video=kept.assets.put([b"video"], "video/mp4"),
            poster=kept.assets.put([b"poster"], "image/jpeg"),
            storyboard=Storyboard(prompt="x", cast=(), shots=(), output=spec, seed=1),
            engine="testcard",
            engine_version="1",
        )
        assert kept.complete(made.id, 1, take, None)
        done = kept.latest("p")
        assert done is not None
        assert (done.status, done.take) == (Status.COMPLETED, take)
        assert kept.cancel(made.id) == done
        kept.delete(made.id)
        for gone in (take.video, take.poster):
            with pytest.raises(NotFoundError):
                kept.assets.get(gone.sha256)


def test_signs_of_life(settings: Settings) -> None:
    with store.open(settings) as kept:
        kept.workers.beat("w", host="h", process=1)
        kept.workers.beat("w", host="h", process=2)
        (worker,) = kept.workers.alive(30)
        assert worker.process == 2
