"""Help is quick because nothing heavy is loaded for it."""

import json
import resource
import subprocess
import sys
from typing import Any

import pytest

HEAVY = (
    "rich",
    "sqlalchemy",
    "alembic",
    "fastapi",
    "uvicorn",
    "numpy",
    "av",
    "skia",
    "dbos",
    "moderngl",
)
COMMANDS = ("generate", "edit", "plan", "truth", "serve", "doctor")
LIST_MODULES = """
import json, sys
sys.argv = ["omnireel", *sys.argv[1:]]
from omnireel.cli.main import main
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIST_MODULES, *arguments], capture_output=True, text=True, check=True
    )
    assert "Usage: omnireel" in run.stdout
    loaded = json.loads(run.stderr.splitlines()[-1])
    assert set(loaded).isdisjoint(HEAVY)
    assert not [name for name in loaded if name.startswith(("omnireel.engines", "omnireel.store"))]


def test_help_takes_less_than_three_tenths_of_a_second() -> None:
    spent = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "omnireel.cli", "--help"], check=True, stdout=-3)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < 0.3


def test_the_version(omnireel: Any) -> None:
    assert omnireel("--version").stdout.startswith("omnireel 0.")


def test_no_command_shows_help(omnireel: Any) -> None:
    assert "generate" in omnireel().stderr
