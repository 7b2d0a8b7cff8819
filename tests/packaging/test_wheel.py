"""The packages that people install: what is in them, and whether they work by themselves."""

import os
import subprocess
import sys
import venv
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest

from omnireel.media.probe import probe

ROOT = Path(__file__).resolve().parent.parent.parent
PACK = "omnireel/engines/previs/art/pack.zip"
PROMPT = "a red ball bounces on a table"

pytestmark = pytest.mark.slow


def build(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Build the source package, and the wheel from it."""
    command = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        str(target),
        str(source),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    built = build(ROOT, target)
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = target.glob("*.whl")
    return found


def test_art_shaders_and_licences_are_inside(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extract(PACK, tmp_path)
    with zipfile.ZipFile(tmp_path / PACK) as art:
        licences = [name for name in art.namelist() if "licen" in name.lower()]
        assert all(art.read(name).strip() for name in licences)
    assert licences
    for wanted in ("py.typed", "light.frag", "step_0001_first.py", "licenses/LICENSE"):
        assert any(name.endswith(wanted) for name in names), wanted
    assert [name for name in names if name.startswith(("tests", "scripts", "web"))] == []


def test_it_makes_a_clip_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    pip = [str(home / "bin/python"), "-m", "pip", "install", "--quiet"]
    constraints = ROOT / "constraints.txt"
    subprocess.run([*pip, "-c", str(constraints), str(wheel)], check=True)
    # Neither Node.js nor the checkout is within its reach.
    alone = {"PATH": str(home / "bin"), "HOME": str(tmp_path)}
    if "LD_LIBRARY_PATH" in os.environ:
        alone["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    command = [str(home / "bin/omnireel"), "generate", PROMPT, "-o", "x.mp4", "--quality", "draft"]
    made = subprocess.run(
        [*command, "--duration", "3", "--resolution", "360p"],
        cwd=tmp_path,
        env=alone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    found = probe(tmp_path / "x.mp4")
    assert (found.video_codec, found.audio_codec) == ("h264", "aac")
    assert abs(found.duration - 3) <= Fraction(1, 24)


def test_without_the_art_nothing_is_built(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "src/omnireel").mkdir(parents=True)
    init = "src/omnireel/__init__.py"
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE", init):
        (source / name).write_bytes((ROOT / name).read_bytes())
    refused = build(source, tmp_path / "dist")
    assert refused.returncode != 0
    assert "make setup" in refused.stdout + refused.stderr
    assert not list((tmp_path / "dist").glob("*.whl"))
