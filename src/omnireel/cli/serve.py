"""`omnireel serve`: the HTTP API and a worker, in one command."""

import signal
import socket
import subprocess
import threading
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from omnireel.cli import options
from omnireel.cli.outcome import note, told
from omnireel.cli.state import open_store
from omnireel.domain.failures import InvalidInputError

if TYPE_CHECKING:
    from omnireel.config import Settings

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_RESTART_SECONDS = 2.0
_FAREWELL_SECONDS = 3


def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port; 0 for any free one.")] = None,
    data: options.Data = None,
) -> None:
    """Serve the API at http://127.0.0.1:8787 until Ctrl-C."""
    with told(as_json=False):
        from omnireel.config import Settings

        settings = Settings.read(data=data, host=host, port=port)
        signal.signal(signal.SIGTERM, _end)
        with _listening(settings.host, settings.port) as listening:
            try:
                _run(settings, listening)
            except KeyboardInterrupt:
                note("Stopped.")


def _end(*_: object) -> NoReturn:
    """End as Ctrl-C does, so that the worker is stopped on the way out."""
    raise KeyboardInterrupt


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; InvalidInputError when it cannot."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except socket.gaierror as error:
        raise InvalidInputError(
            f"--host: {host!r} is no address of this machine ({error.strerror}).", field="--host"
        ) from error
    family, kind, protocol, _, address = found[0]
    opened = socket.socket(family, kind, protocol)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind(address)
        opened.listen()
    except OSError as error:
        opened.close()
        raise InvalidInputError(
            f"--port: {host}:{port} cannot be used ({error.strerror}); "
            "stop what listens there or choose another with --port.",
            field="--port",
        ) from error
    return opened


def _run(settings: "Settings", listening: socket.socket) -> None:
    import uvicorn

    from omnireel.api.app import create_app

    url = f"http://{_shown(settings.host)}:{listening.getsockname()[1]}"
    with open_store(settings) as opened, _Worker(settings):
        app = create_app(settings, opened)
        config = uvicorn.Config(
            app,
            log_level="warning",
            lifespan="off",
            timeout_graceful_shutdown=_FAREWELL_SECONDS,
        )
        _greet(settings.host, url)
        uvicorn.Server(config).run(sockets=[listening])


def _shown(host: str) -> str:
    plain = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104  to recognise it
    return f"[{plain}]" if ":" in plain and not plain.startswith("[") else plain


def _greet(host: str, url: str) -> None:
    note(f"omnireel listens on {url} (Ctrl-C stops it). To point an official client here:")
    typer.echo("  pip install google-genai")
    typer.echo(f"  export GOOGLE_GEMINI_BASE_URL={url}")
    typer.echo("  export GEMINI_API_KEY=any")
    if host not in _LOOPBACK:
        note("Keys are not checked: whoever reaches this address can use it.")


class _Worker:
    """A worker process for as long as the block lasts, started again when it dies."""

    def __init__(self, settings: "Settings") -> None:
        self._settings = settings
        self._over = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, name="worker-keeper")

    def __enter__(self) -> None:
        from omnireel import jobs

        self._process = jobs.start_worker(self._settings)
        self._keeper.start()

    def __exit__(self, *_: object) -> None:
        from omnireel.jobs.spawn import stop_worker

        self._over.set()
        self._keeper.join()
        if self._process is not None:
            stop_worker(self._process)

    def _keep(self) -> None:
        from omnireel import jobs

        while not self._over.wait(_RESTART_SECONDS):
            if self._process is None or self._process.poll() is not None:
                note("The worker ended; it is started again.")
                self._process = jobs.start_worker(self._settings)
