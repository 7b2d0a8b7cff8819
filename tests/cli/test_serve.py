"""serve: one command that listens, works, and stops in good order."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import psutil
import pytest

BODY = {
    "model": "gemini-omni-1.2-flash",
    "input": "A cat.",
    "response_format": {"resolution": "360p", "duration": "3s"},
}


@pytest.fixture
def serving(environment: dict[str, str], tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    running = subprocess.Popen(
        [sys.executable, "-u", "-m", "omnireel.cli", "serve", "--port", "0"],
        cwd=tmp_path,
        env=environment | {"OMNIREEL_DATA": str(tmp_path / "data")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield running
    running.kill()
    running.communicate()


def address(running: subprocess.Popen[str]) -> str:
    """The base URL in the lines it prints for whoever points a client here."""
    assert running.stdout is not None
    lines = [running.stdout.readline().strip() for _ in range(3)]
    assert lines[0] == "pip install google-genai"
    assert lines[2] == "export GEMINI_API_KEY=any"
    name, _, url = lines[1].partition("=")
    assert name == "export GOOGLE_GEMINI_BASE_URL"
    return url


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_clips_and_stops_its_worker(
    serving: subprocess.Popen[str], by: signal.Signals
) -> None:
    url = address(serving)
    done = httpx2.post(f"{url}/v1/interactions", json=BODY, timeout=60).json()
    assert done["status"] == "completed"
    (worker,) = psutil.Process(serving.pid).children()
    os.kill(serving.pid, by)
    _, told = serving.communicate(timeout=20)
    assert serving.returncode == 0, told
    assert told.splitlines()[-1] == "Stopped."
    assert "KeyboardInterrupt" not in told
    assert not worker.is_running()


def test_a_killed_worker_is_replaced(serving: subprocess.Popen[str]) -> None:
    url = address(serving)
    (worker,) = psutil.Process(serving.pid).children()
    worker.kill()
    done = httpx2.post(f"{url}/v1/interactions", json=BODY, timeout=60).json()
    assert done["status"] == "completed"


def test_a_taken_port_is_refused_in_a_sentence(omnireel: Any) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run = omnireel("serve", "--port", str(taken.getsockname()[1]))
    assert run.returncode == 2
    assert "--port" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("arguments", [("--host", "nowhere.invalid"), ("--port", "70000")])
def test_an_address_that_cannot_be_is_refused(omnireel: Any, arguments: tuple[str, str]) -> None:
    run = omnireel("serve", *arguments)
    assert run.returncode == 2
    assert arguments[0].removeprefix("--") in run.stderr
