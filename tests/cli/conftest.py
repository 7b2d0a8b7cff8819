"""The command line as its users run it: a process of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PROMPT = "A red ball bounces on a table."

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> Iterator[None]:
    """Commands that Ctrl-C stops, also where a shell runs the tests in the background: it lets
    them ignore Ctrl-C, and what is ignored is ignored by whatever they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables of an installation of its own, whose engine is the test card."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    data = str(tmp_path_factory.mktemp("cli"))
    return kept | {"OMNIREEL_DATA": data, "OMNIREEL_ENGINE": "testcard", "COLUMNS": "200"}


@pytest.fixture
def omnireel(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run `omnireel` with these arguments, in an empty folder."""
    return _runner(environment, tmp_path)


@pytest.fixture(scope="session")
def made(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A clip of a red ball on a table, as `generate --json` told it, and the folder it is in."""
    folder = tmp_path_factory.mktemp("made")
    small = ("--resolution", "360p", "--duration", "3")
    run = _runner(environment, folder)("generate", PROMPT, "--json", *small)
    assert run.returncode == 0, run.stdout + run.stderr
    told: dict[str, Any] = json.loads(run.stdout)
    return told | {"folder": folder}


def _runner(environment: dict[str, str], folder: Path) -> Run:
    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "omnireel.cli", *arguments],
            cwd=folder,
            env=environment | more,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
