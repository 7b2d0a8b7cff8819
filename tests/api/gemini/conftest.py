"""A client of the server without a worker, and the worker's part done by hand."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import httpx2
import pytest

from omnireel.domain.media import OutputSpec
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Interaction, Take

FILE = b"not really a video, but bytes are bytes here"


@pytest.fixture
def http(idle_server: Any) -> Iterator[httpx2.Client]:
    """A client of the server that has no worker."""
    with httpx2.Client(base_url=f"{idle_server.url}/v1beta", timeout=20) as client:
        yield client


@pytest.fixture
def rows(idle_server: Any) -> Callable[[], int]:
    """How many interactions are stored."""
    return lambda: len(idle_server.store.recent(limit=10_000))


@pytest.fixture
def background(http: httpx2.Client) -> Callable[..., dict[str, Any]]:
    """Ask for a cat in the background, with more fields; the interaction as it was answered."""

    def ask(**more: object) -> dict[str, Any]:
        body = {"model": "gemini-omni-flash-preview", "input": "A cat.", "background": True}
        answer = http.post("/interactions", json=body | more)
        assert answer.status_code == 200, answer.text
        made: dict[str, Any] = answer.json()
        return made

    return ask


@pytest.fixture
def finish(idle_server: Any) -> Callable[[str], Interaction]:
    """Complete the interaction with this id, with the bytes of `FILE` for a video."""
    store = idle_server.store

    def work(interaction_id: str) -> Interaction:
        claimed = store.claim(interaction_id, "a-test")
        board = Storyboard(
            prompt=claimed.turn.prompt,
            cast=(),
            shots=(),
            output=OutputSpec(width=1280, height=720, duration=Fraction(10)),
            seed=7,
            unmet=("on the moon",),
        )
        take = Take(
            video=store.assets.put([FILE], "video/mp4"),
            poster=store.assets.put([b"poster"], "image/png"),
            storyboard=board,
            engine="testcard",
            engine_version="1",
        )
        assert store.complete(interaction_id, claimed.attempt, take, None)
        done: Interaction = store.get(interaction_id)
        return done

    return work
