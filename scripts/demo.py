"""The demonstration: a server, one sentence through the official client, a clip and its frames."""

import base64
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from omnireel import store
from omnireel.config import Settings
from omnireel.domain.turn import Interaction
from omnireel.media.contact_sheet import contact_sheet
from omnireel.store import Store

PROMPT = "A marble rolling fast on a chain reaction style track, continuous smooth shot."
MODEL = "gemini-omni-flash-preview"
FOLDER = Path(__file__).resolve().parent.parent / "demo"
LOG = FOLDER / "server.log"
STARTING_SECONDS = 60
FAREWELL_SECONDS = 15


def main() -> int:
    """Make demo/marble.mp4 and demo/marble.png; 0, or 1 when there is no clip."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    FOLDER.mkdir(exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="omnireel-demo-") as data:
            return _demonstrate(Settings(data=Path(data), port=_free_port()))
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 130


def _demonstrate(settings: Settings) -> int:
    began = time.monotonic()
    with _server(settings):
        _say(f"{PROMPT}\nThe server is up after {time.monotonic() - began:.1f} s; making the clip…")
        asked = time.monotonic()
        with store.open(settings) as kept:
            with _progress_shown(kept):
                video = _ask(f"http://127.0.0.1:{settings.port}")
            made = kept.latest()
        seconds = time.monotonic() - asked
    if video is None:
        sys.stderr.write(f"There is no clip: {_why(made)}\n")
        return 1
    mp4, png = FOLDER / "marble.mp4", FOLDER / "marble.png"
    mp4.write_bytes(video)
    contact_sheet(mp4, png)
    _say(f"\nclip:   {mp4}\nframes: {png}\n")
    for stage, taken in (made.take.timings if made and made.take else {}).items():
        _say(f"  {stage:<8}{taken:7.2f} s")
    _say(f"  {'all':<8}{seconds:7.2f} s from request to response")
    return 0


def _ask(url: str) -> bytes | None:
    """The clip's bytes, by the official client, which knows nothing but the address."""
    os.environ["GOOGLE_GEMINI_BASE_URL"] = url
    from google import genai  # noqa: PLC0415 - reads its address from the environment

    client = genai.Client(api_key="any")
    interaction = client.interactions.create(model=MODEL, input=PROMPT)
    output = getattr(interaction, "output_video", None)  # a stream has none
    return base64.b64decode(output.data) if output and output.data else None


@contextmanager
def _progress_shown(kept: Store) -> Iterator[None]:
    """On a terminal, a line with the stage and how far it is, while the block lasts."""
    over = threading.Event()

    def show() -> None:
        while not over.wait(0.5):
            now = kept.latest()
            if now is not None:
                sys.stdout.write(f"\r  {now.progress.stage:<8}{now.progress.done:6.0%} ")
                sys.stdout.flush()

    showing = threading.Thread(target=show if sys.stdout.isatty() else over.wait)
    showing.start()
    try:
        yield
    finally:
        over.set()
        showing.join()


def _why(made: Interaction | None) -> str:
    if made is None:
        return "nothing was stored."
    return made.failure.message if made.failure else f"the interaction is {made.status.value}."


@contextmanager
def _server(settings: Settings) -> Iterator[None]:
    """`omnireel serve` while the block lasts; afterwards nothing of it runs."""
    with LOG.open("wb") as log:
        serving = subprocess.Popen(
            [str(Path(sys.executable).parent / "omnireel"), "serve"],
            env=os.environ | settings.as_environment(),
            stdout=log,
            stderr=log,
            # Ctrl-C comes to us, and we stop it.
            start_new_session=True,
        )
    try:
        _wait_until_it_listens(serving, settings.port)
        yield
    finally:
        serving.terminate()
        try:
            serving.wait(FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:
            # Its worker ends with it.
            serving.kill()
            serving.wait()


def _wait_until_it_listens(serving: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + STARTING_SECONDS
    while True:
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)) == 0:
                return
        if serving.poll() is not None:
            raise SystemExit(f"The server ended before it listened; {LOG} says why.")
        if time.monotonic() > deadline:
            raise SystemExit(f"The server does not listen; {LOG} may say why.")
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
