"""Finished takes as files: what `delivery: "uri"` points to. Only videos made here are served.

A file's id is the SHA-256 of its content: lower-case letters and digits, as clients cut ids at
anything else, and known only to who has seen the interaction.
"""

import base64
import re
from collections.abc import Iterator

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool

from omnireel.api.gemini.faults import GeminiRoute, file_envelope
from omnireel.api.gemini.stores import StoreOf
from omnireel.domain.failures import NotFoundError
from omnireel.domain.media import Asset
from omnireel.store.opened import Store

router = APIRouter(route_class=GeminiRoute)

_NAMED = re.compile(r"files/([a-z0-9-]+)")
_RANGE = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")


def name(asset: Asset) -> str:
    """The resource name of a take's video."""
    return f"files/{asset.sha256}"


def download_uri(asset: Asset, base_url: str) -> str:
    """Where to get the bytes. Ends in the name, because the documented samples cut it off there."""
    own = name(asset)
    return f"{base_url.rstrip('/')}/v1beta/{own}:download?alt=media&name={own}"


@router.get("/files/{path:path}")
async def get(request: Request, path: str, store: StoreOf) -> Response:
    """A file's state, or its bytes for `:download` or `alt=media`.

    Clients put whole URLs in the file's place, so the last `files/ID` in the path is meant.
    """
    named = _NAMED.findall(f"files/{path}")
    wants_bytes = ":download" in path or any(
        value.startswith("media") for value in request.query_params.values()
    )
    try:
        asset = await run_in_threadpool(_video, store, named[-1] if named else "")
    except NotFoundError:
        return file_envelope(404, "NOT_FOUND", "There is no such file, or it was deleted.")
    if wants_bytes:
        return await run_in_threadpool(_bytes, store, asset, request.headers.get("range"))
    return JSONResponse(_resource(asset, str(request.base_url)))


def _video(store: Store, sha256: str) -> Asset:
    asset = store.assets.get(sha256)
    if not asset.mime_type.startswith("video/"):
        raise NotFoundError("Only videos are files.")
    return asset


def _resource(asset: Asset, base_url: str) -> dict[str, object]:
    return {
        "name": name(asset),
        "uri": f"{base_url.rstrip('/')}/v1beta/{name(asset)}",
        "downloadUri": download_uri(asset, base_url),
        "state": "ACTIVE",
        "source": "GENERATED",
        "mimeType": asset.mime_type,
        "sizeBytes": str(asset.size_bytes),
        "sha256Hash": base64.b64encode(asset.sha256.encode("ascii")).decode("ascii"),
    }


def _bytes(store: Store, asset: Asset, wanted: str | None) -> Response:
    start, end = 0, asset.size_bytes
    headers = {"accept-ranges": "bytes"}
    status = 200
    found = _RANGE.fullmatch(wanted) if wanted else None
    if found and any(found.groups()):
        first, last = found.groups()
        if first:
            start = int(first)
            end = min(int(last) + 1, end) if last else end
        else:
            start = max(0, end - int(last))
        if start >= end:
            return file_envelope(416, "OUT_OF_RANGE", f"The file has {asset.size_bytes} bytes.")
        status = 206
        headers["content-range"] = f"bytes {start}-{end - 1}/{asset.size_bytes}"
    headers["content-length"] = str(end - start)
    chunks: Iterator[bytes] = store.assets.read(asset, start, end)
    return StreamingResponse(chunks, status, headers, asset.mime_type)
