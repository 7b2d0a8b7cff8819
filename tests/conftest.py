"""What every test may ask for: settings, a store, and real servers on loopback."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from hypothesis import HealthCheck
from hypothesis import settings as budget

from omnireel import jobs, store
from omnireel.api.app import create_app
from omnireel.api.waiting import Pace
from omnireel.config import Settings
from omnireel.domain.turn import Quality
from omnireel.jobs.spawn import stop_worker
from omnireel.store.opened import Store

# How fast an example runs says something about the machine, not about what is tested.
budget.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
budget.load_profile("house")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server: its base URL, and the store and settings it was started with."""

    url: str
    store: Store
    settings: Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an installation of its own, whose engine is the test card."""
    return Settings(data=tmp_path / "data", engine="testcard")


@pytest.fixture(name="store")
def opened_store(settings: Settings) -> Iterator[Store]:
    """An empty store."""
    with store.open(settings) as opened:
        yield opened


@pytest.fixture(scope="session")
def idle_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server without a worker: what is asked of it stays queued. Its heart beats fast."""
    settings = Settings(data=tmp_path_factory.mktemp("idle"), engine="testcard")
    with _serving(settings, Pace(quiet=0.3, beat=0.1)) as server:
        yield server


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a worker that draws test cards."""
    with _working(Settings(data=tmp_path_factory.mktemp("server"), engine="testcard")) as server:
        yield server


@pytest.fixture(scope="session")
def previs_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a worker that stages and renders drafts. For slow tests."""
    settings = Settings(
        data=tmp_path_factory.mktemp("previs"), engine="previs", quality=Quality.DRAFT
    )
    with _working(settings) as server:
        yield server


@contextmanager
def _working(settings: Settings) -> Iterator[Server]:
    with _serving(settings, Pace()) as server:
        worker = jobs.start_worker(settings)
        try:
            yield server
        finally:
            stop_worker(worker)


@contextmanager
def _serving(settings: Settings, pace: Pace) -> Iterator[Server]:
    with socket.socket() as listening, store.open(settings) as opened:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # whoever comes before the server is up waits in line
        port = listening.getsockname()[1]
        app = create_app(settings, opened, pace)
        running = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield Server(url=f"http://127.0.0.1:{port}", store=opened, settings=settings)
        finally:
            running.should_exit = True
            thread.join()
