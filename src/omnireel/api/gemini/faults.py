"""Failures as this wire tells them: a status, and `{"error": {"code", "message"}}`.

Clients show users little more than the message, so everything a person needs is in it. They re-send
a create on 409, 429 and every 5xx: those are kept for answers after which nothing was stored.
"""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from omnireel.domain.failures import (
    BusyError,
    InvalidInputError,
    MediaError,
    NotFoundError,
    NotReadyError,
    OmnireelError,
)

_LOG = logging.getLogger(__name__)
_STATUSES: tuple[tuple[type[OmnireelError], int], ...] = (
    (NotFoundError, 404),
    (BusyError, 429),
    (InvalidInputError, 400),
    (NotReadyError, 400),
    (MediaError, 400),
)
_HTTP_CODES = {404: "not_found", 405: "invalid_request", 413: "invalid_request"}


def answer(error: OmnireelError) -> Response:
    """The HTTP answer to a failure that happened before anything was stored."""
    status = next((code for kind, code in _STATUSES if isinstance(error, kind)), 500)
    code = "invalid_request" if isinstance(error, MediaError) else error.code
    headers = {"retry-after": "5"} if status == 429 else None
    return envelope(status, code, error.message, headers)


def envelope(
    status: int, code: str, message: str, headers: dict[str, str] | None = None
) -> Response:
    """One error in this wire's shape."""
    body = {"error": {"code": code, "message": message}}
    return JSONResponse(body, status_code=status, headers=headers)


def file_envelope(status: int, name: str, message: str) -> Response:
    """One error as the Files paths tell it: an integer code and a status word."""
    body = {"error": {"code": status, "message": message, "status": name, "details": []}}
    return JSONResponse(body, status_code=status)


class GeminiRoute(APIRoute):
    """A route whose every failure leaves in this wire's envelope."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                return await handle(request)
            except OmnireelError as error:
                return answer(error)
            except HTTPException as error:
                code = _HTTP_CODES.get(error.status_code, "invalid_request")
                return envelope(error.status_code, code, str(error.detail))
            except RequestValidationError as error:
                first = error.errors()[0]
                path = str(first["loc"][-1])
                return envelope(400, "invalid_request", f"{path}: {first['msg']}.")
            except Exception:  # noqa: BLE001  the edge of the process: logged, then told in JSON
                _LOG.exception("%s %s failed", request.method, request.url.path)
                return envelope(500, "api_error", "The server failed; its log says why.")

        return guarded
