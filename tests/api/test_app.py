"""Routing over all surfaces, and what the HTTP process may load."""

import json
import subprocess
import sys
from typing import Any

import httpx2
import pytest

FORBIDDEN = ("av", "skia", "moderngl", "mujoco", "torch", "dbos", "scipy")


@pytest.mark.parametrize(
    "prefix", ["", "/v1", "/v1beta", "/v1alpha", "/v1beta/v1", "/v1/v1beta", "/v1beta/v1beta/v1"]
)
def test_every_version_segment_leads_to_the_same_place(idle_server: Any, prefix: str) -> None:
    answer = httpx2.post(f"{idle_server.url}{prefix}/interactions", json={"model": "nobody"})
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "model_not_found"
    answer = httpx2.get(f"{idle_server.url}{prefix}/interactions/nobody")
    assert answer.json()["error"]["code"] == "not_found"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/v2/interactions", 404),
        ("PUT", "/v1/interactions", 405),
        ("GET", "/v1/interactions/x?include_input=perhaps", 400),
    ],
)
def test_what_no_route_takes_is_told_in_json(
    idle_server: Any, method: str, path: str, status: int
) -> None:
    answer = httpx2.request(method, f"{idle_server.url}{path}")
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_unknown_headers_and_keys_are_ignored(idle_server: Any) -> None:
    headers = {
        "api-revision": "2026-05-20",
        "cookie": "",
        "x-goog-api-key": "any",
        "authorization": "Bearer any",
        "x-server-timeout": "5",
        "content-type": "application/json",
    }
    answer = httpx2.get(f"{idle_server.url}/v1/interactions/x?key=any", headers=headers)
    assert answer.json()["error"]["code"] == "not_found"


def test_healthz(idle_server: Any) -> None:
    assert httpx2.get(f"{idle_server.url}/healthz").json()["status"] == "ok"


def test_importing_the_app_loads_no_engine_and_no_codec() -> None:
    listing = "import json, sys, omnireel.api.app; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", listing], capture_output=True, check=True, text=True
    )
    loaded = set(json.loads(run.stdout))
    assert "omnireel.api.gemini.interactions" in loaded
    assert loaded.isdisjoint(FORBIDDEN)
    assert not [name for name in loaded if name.startswith(("omnireel.engines", "omnireel.direct"))]
