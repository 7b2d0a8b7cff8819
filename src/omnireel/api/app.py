"""The HTTP process: every surface over one store. It never loads an engine."""

import re

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from omnireel import __version__
from omnireel.api.gemini import files, interactions
from omnireel.api.gemini.faults import envelope
from omnireel.api.waiting import Pace
from omnireel.config import Settings
from omnireel.store.opened import Store

VERSIONS = ("/v1", "/v1beta", "/v1alpha", "")
"""The version segments that clients put before a path: 3.x libraries `v1`, older ones `v1beta`."""

_DOUBLED = re.compile(r"^(?:/v1(?:beta|alpha)?)+(?=/v1(?:beta|alpha)?/)")


def create_app(settings: Settings, store: Store, pace: Pace | None = None) -> FastAPI:
    """The application over this store; whoever opened the store closes it."""
    app = FastAPI(title="omnireel", version=__version__, docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.store = store
    app.state.pace = pace or Pace()
    for version in VERSIONS:
        for resource in (interactions, files):
            app.include_router(resource.router, prefix=version, include_in_schema=version == "/v1")
    app.add_api_route("/healthz", _healthy, methods=["GET"])
    app.add_exception_handler(HTTPException, _no_route)
    app.add_middleware(CollapsedVersions)
    return app


class CollapsedVersions:
    """Serves `/v1beta/v1/…` as `/v1/…`, for base URLs that already end in a version."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap this application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on under its shorter path."""
        if scope["type"] == "http":
            scope = {**scope, "path": _DOUBLED.sub("", scope["path"])}
        await self._app(scope, receive, send)


async def _healthy() -> dict[str, str]:
    return {"status": "ok", "version": __version__}


async def _no_route(request: Request, error: Exception) -> Response:
    """What no route took. The paths belong to the Gemini wire, so its envelope answers."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    code = "not_found" if status == 404 else "invalid_request"
    return envelope(status, code, f"There is no {request.method} {request.url.path} here.")
