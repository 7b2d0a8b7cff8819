"""What a media file is, found out at arm's length: hostile files end the child, not the caller."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

from omnireel.domain.failures import MediaError
from omnireel.domain.media import MediaInfo

TIMEOUT = 30  # seconds of wall time
PASSED_ON = ("PATH", "LD_LIBRARY_PATH")  # of our environment: nothing that could be a secret


def probe(path: Path) -> MediaInfo:
    """The facts about a picture, video or sound file, whatever its name says.

    A still has no frame rate and no duration, sound has no width and height.

    Raises:
        MediaError: A sentence says what is wrong with the file and what is allowed.
    """
    if not path.is_file():
        raise MediaError("There is no such file.")
    facts = json.loads(_look(path) or '{"error": "The file cannot be decoded."}')
    if "error" in facts:
        raise MediaError(facts["error"])
    return MediaInfo(
        mime_type=facts["mime_type"],
        width=int(facts.get("width", 0)),
        height=int(facts.get("height", 0)),
        frame_rate=Fraction(facts.get("frame_rate", 0)),
        duration=Fraction(facts.get("duration", 0)),
        video_codec=facts.get("video_codec", ""),
        audio_codec=facts.get("audio_codec", ""),
    )


def _look(path: Path) -> str:
    """What the child printed; nothing when it hit a limit or crashed."""
    environment = {
        **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
        "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry),
        "OPENBLAS_NUM_THREADS": "1",  # its threads would reserve the memory the file may use
    }
    try:
        child = subprocess.run(  # noqa: S603 - our own module, by argument vector
            [sys.executable, "-m", "omnireel.media.probe_child", str(path.resolve())],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=TIMEOUT,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        raise MediaError(f"The file could not be read within {TIMEOUT} s.") from error
    return child.stdout.decode() if child.returncode == 0 else ""
