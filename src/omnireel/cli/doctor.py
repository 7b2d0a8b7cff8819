"""`omnireel doctor`: is everything here that making a clip takes?"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from omnireel.cli import options
from omnireel.cli.outcome import FAILED, print_json, told
from omnireel.cli.state import open_store
from omnireel.domain.failures import MediaError, MissingSystemPartError, OmnireelError

if TYPE_CHECKING:
    from omnireel.config import Settings

_ENOUGH_BYTES = 2 << 30
_OPENGL_SECONDS = 60
_ASK_OPENGL = """
from omnireel.engines.previs.render.context import create_context, renderer_name
from omnireel.domain.failures import OmnireelError
try:
    print(renderer_name(create_context()))
except OmnireelError as error:
    raise SystemExit(error.message)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found."""

    name: str
    good: bool
    told: str


def doctor(data: options.Data = None, as_json: options.AsJson = False) -> None:
    """Check what making a clip takes, and render a test card."""
    with told(as_json=as_json):
        from omnireel.config import Settings

        settings = Settings.read(data=data)
        findings = []
        for name, check in _CHECKS.items():
            findings.append(_found(name, check, settings))
            if not as_json:
                mark = "ok     " if findings[-1].good else "MISSING"
                typer.echo(f"{mark} {name}: {findings[-1].told}")
        if as_json:
            checks = [
                {"name": found.name, "ok": found.good, "detail": found.told} for found in findings
            ]
            print_json({"ok": all(found.good for found in findings), "checks": checks})
        if not all(found.good for found in findings):
            raise typer.Exit(FAILED)


def _found(name: str, check: Callable[["Settings"], str], settings: "Settings") -> Finding:
    try:
        return Finding(name=name, good=True, told=check(settings))
    except OmnireelError as error:
        return Finding(name=name, good=False, told=error.message)
    except Exception as error:  # noqa: BLE001  a broken part must not hide the other checks
        return Finding(name=name, good=False, told=f"{type(error).__name__}: {error}")


def _python(_: "Settings") -> str:
    from omnireel import __version__

    return f"{sys.version.split()[0]} runs omnireel {__version__}"


def _codecs(_: "Settings") -> str:
    import av

    for codec in ("libx264", "aac"):
        try:
            av.codec.Codec(codec, "w")
        except ValueError as error:
            raise MediaError(
                f"PyAV {av.__version__} has no {codec}; install PyAV's own wheel: "
                "pip install --force-reinstall av"
            ) from error
    return f"H.264 (libx264) and AAC by PyAV {av.__version__}"


def _art(_: "Settings") -> str:
    from omnireel.engines.previs.art import pack

    return f"{len(pack.drawings())} drawings, names in {len(pack.languages())} languages"


def _fonts(_: "Settings") -> str:
    import skia

    from omnireel.engines.previs.art import pack

    names = ("regular", "bold", "black")
    for name in names:
        if skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(pack.font(name))) is None:
            raise MediaError(f"The font {name} of the art pack cannot be read; run `make setup`.")
    return ", ".join(names)


def _disk(settings: "Settings") -> str:
    import shutil
    import tempfile

    folder = settings.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            free = shutil.disk_usage(folder).free
    except OSError as error:
        raise MissingSystemPartError(
            f"{folder} cannot be written ({error.strerror}); choose a folder with --data."
        ) from error
    if free < _ENOUGH_BYTES:
        raise MissingSystemPartError(
            f"{folder} has {free / 1e9:.1f} GB free; "
            f"make room for {_ENOUGH_BYTES / 1e9:.1f} GB or choose a folder with --data."
        )
    return f"{folder} is writable, {free / 1e9:.1f} GB free"


def _database(settings: "Settings") -> str:

    with open_store(settings) as opened:
        count = len(opened.recent(limit=1000))
    place = settings.database.partition("@")[2] or settings.database  # without a password
    more = " or more" if count == 1000 else ""
    return f"{place}, {count}{more} interactions"


def _opengl(_: "Settings") -> str:
    """In a process of its own, because a broken driver ends the process that asks it."""
    try:
        asked = subprocess.run(  # noqa: S603  our own interpreter and text
            [sys.executable, "-c", _ASK_OPENGL],
            capture_output=True,
            text=True,
            timeout=_OPENGL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise MissingSystemPartError(
            f"OpenGL did not answer within {_OPENGL_SECONDS} s."
        ) from error
    if asked.returncode != 0:
        from omnireel.engines.previs.render.context import install_command

        lines = asked.stderr.strip().splitlines()
        sentence = lines[-1] if lines else "OpenGL ended the process that asked for it."
        if install_command() not in sentence:
            sentence = f"{sentence} Install it with: {install_command()}"
        raise MissingSystemPartError(sentence)
    name = asked.stdout.strip()
    return f"{name} ({'software' if 'llvmpipe' in name.lower() else 'GPU'})"


def _test_card(_: "Settings") -> str:
    import tempfile

    from omnireel.domain.media import OutputSpec
    from omnireel.domain.storyboard import Shot, Storyboard
    from omnireel.engines.protocol import load
    from omnireel.media.finish import finish
    from omnireel.media.probe import probe

    output = OutputSpec(width=640, height=360, duration=Fraction(1))
    shot = Shot(start=Fraction(0), duration=output.duration)
    board = Storyboard(prompt="test card", cast=(), shots=(shot,), output=output, seed=0)
    with tempfile.TemporaryDirectory(prefix="omnireel-") as folder:
        path = Path(folder) / "card.mp4"
        finish(load("testcard").render(board, _Bench(Path(folder))), path)
        info = probe(path)
        size = path.stat().st_size
    if (info.width, info.height, info.duration) != (640, 360, output.duration):
        raise MediaError(
            f"The test card came out as {info.width}x{info.height}, {float(info.duration):g} s."
        )
    return (
        f"{info.width}x{info.height}, {float(info.duration):g} s at {float(info.frame_rate):g} fps,"
        f" {info.video_codec} and {info.audio_codec}, {size / 1e3:.0f} kB"
    )


class _Bench:
    """The least an engine is lent: a scratch folder, nothing kept, nobody who cancels."""

    previous = None

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch

    def open(self, asset: object) -> Path:
        raise MediaError(f"A test card needs no {asset}.")

    def once(self, key: str, make: Callable[[Path], None]) -> Path:
        path = self.scratch / f"{abs(hash(key))}"
        if not path.exists():
            make(path)
        return path

    def progress(self, done: float, stage: str) -> None:
        """Nobody watches."""


_CHECKS: dict[str, Callable[["Settings"], str]] = {
    "python": _python,
    "codecs": _codecs,
    "art": _art,
    "fonts": _fonts,
    "disk": _disk,
    "database": _database,
    "opengl": _opengl,
    "test card": _test_card,
}
