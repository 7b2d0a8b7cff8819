"""The README and the guide say what is true: their commands run, their links lead somewhere.

Blocks marked `console` are run as they stand, in order, page by page, with test cards for clips.
"""

import os
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from omnireel.media.probe import probe
from omnireel.policy.models import MODELS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def blocks(page: Path, kind: str) -> list[str]:
    return [text for found, text in BLOCK.findall(page.read_text()) if found == kind]


@pytest.fixture
def environment(server: Any) -> dict[str, str]:
    """The variables of somebody who follows the guide, with a server already running."""
    tools = str(Path(sys.executable).parent)
    return {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "OMNIREEL_DATA": str(server.settings.folder),
        "OMNIREEL_ENGINE": "testcard",
        "OMNIREEL": server.url,
        "GOOGLE_GEMINI_BASE_URL": server.url,
        "GEMINI_API_KEY": "any",
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_of_a_page_run(
    page: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    for script in blocks(page, "console"):
        run = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert run.returncode == 0, f"{script}\n{run.stdout}{run.stderr}"
    for clip in tmp_path.glob("*.mp4"):
        assert probe(clip).frame_rate == 24


def test_the_program_in_the_readme_is_the_one_the_client_tests_run() -> None:
    (program,) = blocks(ROOT / "README.md", "python")
    assert program == (ROOT / "tests/clients/snippets/text_to_video.py").read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text()):
        assert (page.parent / target).exists(), target


def test_make_knows_what_the_pages_ask_of_it() -> None:
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for page in PAGES:
        asked = re.findall(r"\bmake ([a-z-]+)\b", "\n".join(blocks(page, "")))
        assert set(asked) <= known


def test_the_models_of_the_guide_are_the_models_there_are() -> None:
    text = (ROOT / "docs" / "guide" / "api.md").read_text()
    rows = re.findall(
        r"^\| `(gemini-[\w.-]+)` \| (\d+) to (\d+) s \| ([^|]+) \|", text, re.MULTILINE
    )
    told = {
        name: (Fraction(low), Fraction(high), tuple(sizes.split(", ")))
        for name, low, high, sizes in rows
    }
    assert told == {
        model.id: (
            model.min_duration,
            model.max_duration,
            tuple(size.value for size in model.resolutions),
        )
        for model in MODELS
    }
