"""The official Python client, unmodified: documented snippets run as they are printed.

The files in `snippets/` are the texts of the hosted service's own guide. Each runs in a process
that knows only the server's address and some key.
"""

import base64
import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from google import genai

from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Status
from omnireel.engines.previs.engine import produce, truth
from omnireel.engines.previs.render.influence import influence
from omnireel.engines.previs.render.renderer import Renderer
from omnireel.engines.previs.render.truth import MemberTruth
from omnireel.media.decode import frame_count, samples
from omnireel.media.probe import probe

SNIPPETS = Path(__file__).parent / "snippets"
MODEL = "gemini-omni-flash-preview"


def run(snippet: str, server: Any, folder: Path, timeout: float = 180) -> None:
    """Run a snippet in an empty folder; its output is the failure's text."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GOOGLE_GEMINI_BASE_URL": server.url,
        "GEMINI_API_KEY": "any",
    }
    done = subprocess.run(
        [sys.executable, str(SNIPPETS / f"{snippet}.py")],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def check_clip(path: Path, server: Any, width: int, height: int) -> None:
    """The file is what the newest interaction's storyboard asked for, and can be heard."""
    row = server.store.latest()
    assert row is not None
    assert row.status is Status.COMPLETED
    assert row.take is not None
    info = probe(path)
    assert (info.width, info.height) == (width, height)
    assert info.frame_rate == 24
    assert info.video_codec == "h264"
    assert info.audio_codec == "aac"
    asked = row.take.storyboard.output
    assert abs(info.duration - asked.duration) <= 1 / asked.frame_rate
    assert abs(frame_count(path) - asked.frame_count) <= 1
    loudness = 20 * np.log10(np.sqrt(np.mean(np.square(samples(path), dtype=np.float64))))
    assert loudness > -40


@pytest.fixture(params=["testcard", pytest.param("previs", marks=pytest.mark.slow)])
def serving(request: pytest.FixtureRequest) -> Any:
    """A server per engine; the slow one draws what the prompt says."""
    return request.getfixturevalue("server" if request.param == "testcard" else "previs_server")


def sightings(board: Storyboard, member: str) -> list[MemberTruth]:
    """What is true of a member on every sixth frame, measured small."""
    output = replace(board.output, width=board.output.width // 4, height=board.output.height // 4)
    small = replace(board, output=output)
    return [
        next(found for found in members if found.id == member)
        for _, _, members in truth(small, range(0, output.frame_count, 6))
    ]


def test_text_to_video(serving: Any, tmp_path: Path) -> None:
    run("text_to_video", serving, tmp_path, 600)
    check_clip(tmp_path / "marble.mp4", serving, 1280, 720)
    take = serving.store.latest().take
    if take.engine == "previs":
        seen = [found for found in sightings(take.storyboard, "marble-1") if found.box]
        assert len(seen) >= 0.9 * len(range(0, take.storyboard.output.frame_count, 6))
        boxes = np.array([found.box for found in seen if found.box])
        assert np.ptp(boxes[:, 0]) + np.ptp(boxes[:, 1]) > 10


def test_portrait(serving: Any, tmp_path: Path) -> None:
    run("portrait", serving, tmp_path, 600)
    check_clip(tmp_path / "example.mp4", serving, 720, 1280)


def test_edit(serving: Any, tmp_path: Path) -> None:
    run("edit", serving, tmp_path, 1200)
    check_clip(tmp_path / "example.mp4", serving, 1280, 720)
    edited = serving.store.latest()
    first = serving.store.get(edited.turn.previous_interaction_id)
    assert first.turn.prompt == "A woman playing violin outdoors."
    assert edited.turn.prompt == "Make the violin invisible."
    assert edited.revision is not None
    assert edited.revision.operations
    assert edited.take.storyboard.seed == first.take.storyboard.seed
    if edited.take.engine == "previs":
        check_edit(first.take.storyboard, edited.take.storyboard)


def check_edit(before: Storyboard, after: Storyboard) -> None:
    """The violin was there and is gone; no pixel outside its influence differs."""
    assert all(found.box for found in sightings(before, "violin-1"))
    assert not any(found.box for found in sightings(after, "violin-1"))
    assert all(found.box for found in sightings(after, "woman-1"))
    output = before.output
    renderer = Renderer(output.width, output.height, before.quality)
    scenes = [produce(board).shots[0].scene for board in (before, after)]
    try:
        for t in (0.0, 1.7, 4.2):
            shots = []
            for scene in scenes:
                renderer.load(scene)
                shots.append(np.array(renderer.draw(t)))
            differs = (shots[0] != shots[1]).any(axis=2)
            region = influence(renderer, scenes[0], scenes[1], t)
            assert differs.any()
            assert not (differs & ~region).any()
            assert region.mean() < 0.5
    finally:
        renderer.close()


def test_delivery_by_link(server: Any, tmp_path: Path) -> None:
    run("link", server, tmp_path)
    check_clip(tmp_path / "output.mp4", server, 1280, 720)


def client(server: Any) -> Any:
    """The client; untyped, because its create is typed as a stream or a result."""
    return genai.Client(api_key="any", http_options={"base_url": server.url})


def test_a_length_that_was_asked_for(server: Any, tmp_path: Path) -> None:
    connected = client(server)
    made = connected.interactions.create(
        model="gemini-omni-1.2-flash",
        input="A cat.",
        response_format={"type": "video", "duration": "3.5s", "resolution": "360p"},
        background=True,
    )
    assert made.status == "in_progress"
    while made.status == "in_progress":
        made = connected.interactions.get(made.id)
    assert made.status == "completed"
    video = made.output_video
    assert video is not None
    assert video.data is not None
    path = tmp_path / "cat.mp4"
    path.write_bytes(base64.b64decode(video.data))
    check_clip(path, server, 640, 360)
    assert probe(path).duration == Fraction(7, 2)
    assert made.usage is not None
    assert made.usage.total_output_tokens == 1931 * 7 // 2


def test_refusals_raise_with_their_sentence(server: Any) -> None:
    connected = client(server)
    with pytest.raises(Exception, match="empty") as caught:
        connected.interactions.create(model=MODEL, input="")
    assert type(caught.value).__name__ == "BadRequestError"
    with pytest.raises(Exception, match=r"gemini-omni-1\.2-flash") as caught:
        connected.interactions.create(model="nobody", input="A cat.")
    assert type(caught.value).__name__ == "NotFoundError"


def test_cancel_and_delete(idle_server: Any) -> None:
    connected = client(idle_server)
    made = connected.interactions.create(model=MODEL, input="A cat.", background=True)
    assert connected.interactions.cancel(made.id).status == "cancelled"
    connected.interactions.delete(made.id)
    with pytest.raises(Exception, match="no interaction") as caught:
        connected.interactions.get(made.id)
    assert type(caught.value).__name__ == "NotFoundError"


def test_a_stream_is_iterated(server: Any) -> None:
    connected = client(server)  # a client that is not kept closes itself
    stream = connected.interactions.create(
        model="gemini-omni-1.2-flash",
        input="A cat.",
        response_format={"type": "video", "duration": "3s", "resolution": "360p"},
        stream=True,
    )
    events = list(stream)
    assert events[0].event_type == "interaction.created"
    assert events[-1].event_type == "interaction.completed"
    (video,) = [
        event.delta
        for event in events
        if event.event_type == "step.delta" and event.delta.type == "video"
    ]
    assert base64.b64decode(video.data)[4:8] == b"ftyp"
