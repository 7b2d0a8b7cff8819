"""generate, edit, plan and truth with no server running."""

import json
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from omnireel import store
from omnireel.cli.main import app
from omnireel.config import Settings
from omnireel.domain.turn import Status
from omnireel.media.probe import probe
from omnireel.store.opened import Store

PROMPT = "A red ball bounces on a table."
SMALL = ("--resolution", "360p", "--duration", "3")


@pytest.fixture
def opened(environment: dict[str, str]) -> Any:
    settings = Settings(data=Path(environment["OMNIREEL_DATA"]))
    with store.open(settings) as kept:
        yield kept


def test_generate_writes_the_clip_it_was_asked_for(
    omnireel: Any, tmp_path: Path, opened: Store
) -> None:
    run = omnireel("generate", PROMPT, "-o", "x.mp4", "--aspect", "9:16", "--seed", "7", *SMALL)
    assert run.returncode == 0, run.stderr
    info = probe(tmp_path / "x.mp4")
    assert (info.width, info.height) == (360, 640)
    assert info.duration == 3
    row = opened.latest()
    assert row is not None
    assert run.stdout.splitlines()[:2] == ["file: x.mp4", f"id: {row.id}"]
    assert row.take is not None
    assert row.take.storyboard.seed == 7


def test_a_file_without_a_name_gets_one_from_the_prompt_and_replaces_none(
    omnireel: Any, tmp_path: Path, made: dict[str, Any]
) -> None:
    name = "a-red-ball-bounces-on-a-table"
    assert made["file"] == f"{name}.mp4"
    assert probe(made["folder"] / made["file"]).duration == 3
    (tmp_path / f"{name}.mp4").write_bytes(b"mine")
    run = omnireel("generate", PROMPT, "--json", *SMALL)
    assert json.loads(run.stdout)["file"] == f"{name}-2.mp4"
    assert (tmp_path / f"{name}.mp4").read_bytes() == b"mine"
    assert probe(tmp_path / f"{name}-2.mp4").duration == 3


def test_edit_goes_on_from_the_last_clip_or_from_the_named_one(
    omnireel: Any, opened: Store, made: dict[str, Any]
) -> None:
    run = omnireel("edit", made["id"], "Make the ball invisible.", "--json")
    second = json.loads(run.stdout)
    assert second["previous_interaction_id"] == made["id"]
    assert (second["seed"], second["width"]) == (made["seed"], 640)
    row = opened.get(second["id"])
    assert row.take is not None
    assert not row.take.storyboard.member("ball-1").visible
    told = omnireel("edit", "Frobnicate the gizmo.").stdout
    last = opened.latest()
    assert last is not None
    assert last.turn.previous_interaction_id == second["id"]
    assert last.take is not None
    assert f"not honoured: {last.take.storyboard.unmet[0]}" in told


def test_plan_prints_the_storyboard_and_stores_nothing(omnireel: Any, opened: Store) -> None:
    before = opened.recent()
    planned = json.loads(omnireel("plan", PROMPT, "--json", *SMALL).stdout)
    assert planned["revision"] is None
    assert {member["noun"] for member in planned["storyboard"]["cast"]} == {"ball", "table"}
    assert Fraction(planned["storyboard"]["output"]["duration"]) == 3
    assert "Cast:" in omnireel("plan", PROMPT).stdout
    assert opened.recent() == before


def test_plan_of_an_edit_shows_the_revision(omnireel: Any, made: dict[str, Any]) -> None:
    for previous in ("last", made["id"]):
        run = omnireel("plan", "Make the ball invisible.", "--previous", previous, "--json")
        planned = json.loads(run.stdout)
        (operation,) = planned["revision"]["operations"]
        assert (operation["kind"], operation["target"]) == ("hide", "ball-1")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("generate", ""), "PROMPT"),
        (("generate", PROMPT, "--duration", "60"), "--duration"),
        (("generate", PROMPT, "--duration", "1/3"), "--duration"),
        (("generate", PROMPT, "--duration", "soon"), "--duration"),
        (("generate", PROMPT, "--aspect", "1:1"), "--aspect"),
        (("generate", PROMPT, "--resolution", "8k"), "--resolution"),
        (("generate", PROMPT, "--model", "nobody"), "--model"),
        (
            ("generate", PROMPT, "--model", "gemini-omni-flash-preview", "--resolution", "4k"),
            "--resolution",
        ),
        (("generate", PROMPT, "--seed", "-1"), "--seed"),
        (("generate", PROMPT, "-o", "x.avi"), "--output"),
        (("generate", PROMPT, "-o", "nowhere/x.mp4"), "--output"),
        (("generate", PROMPT, "--data", "/proc/none"), "--data"),
        (("edit", "nobody", "Make it night."), "ID"),
        (("edit", "one", "two", "three"), "quotes"),
        (("plan", "Make it night.", "--previous", "nobody"), "nobody"),
        (("truth", "nobody"), "nobody"),
    ],
)
def test_bad_input_is_a_sentence_and_exit_code_2_and_stores_nothing(
    environment: dict[str, str], opened: Store, arguments: tuple[str, ...], named: str
) -> None:
    before = opened.recent()
    run = CliRunner().invoke(app, arguments, env=environment)  # in this process: these are many
    assert run.exit_code == 2
    assert named in run.stderr
    assert "Traceback" not in run.stderr
    assert run.stdout == ""
    assert opened.recent() == before


def test_bad_input_is_an_object_for_machines(omnireel: Any) -> None:
    run = omnireel("generate", PROMPT, "--duration", "60", "--json")
    assert run.returncode == 2
    assert json.loads(run.stdout)["error"]["field"] == "--duration"


def test_a_failure_is_a_sentence_and_exit_code_1(omnireel: Any, opened: Store) -> None:
    run = omnireel("generate", PROMPT, "--json", *SMALL, OMNIREEL_ENGINE="nobody")
    assert run.returncode == 1
    told = json.loads(run.stdout)
    assert told["status"] == "failed"
    assert "nobody" in told["error"]["message"]
    assert opened.get(told["id"]).status is Status.FAILED


def test_truth_is_refused_for_takes_of_another_engine(omnireel: Any, made: dict[str, Any]) -> None:
    run = omnireel("truth", made["id"], "--json")
    assert run.returncode == 2
    assert "testcard" in json.loads(run.stdout)["error"]["message"]


@pytest.mark.slow
def test_truth_follows_the_members_of_a_previs_take(omnireel: Any) -> None:
    made = omnireel(
        "generate", PROMPT, "--quality", "draft", "--json", *SMALL, OMNIREEL_ENGINE="previs"
    )
    clip = json.loads(made.stdout)
    truth = json.loads(omnireel("truth", clip["id"], "--json").stdout)
    assert truth["interaction"] == clip["id"]
    assert truth["frame_rate"] == "24"
    assert [frame["index"] for frame in truth["frames"]] == list(range(72))
    assert truth["frames"][36]["time"] == 1.5
    ball = [
        member
        for frame in truth["frames"]
        for member in frame["members"]
        if member["noun"] == "ball" and member["box"]
    ]
    assert len(ball) >= 65
    assert len({member["box"][1] for member in ball}) > 5  # it bounces
    for member in ball:
        left, top, right, bottom = member["box"]
        assert 0 <= left < right <= 640
        assert 0 <= top < bottom <= 360
        assert 0 < member["visible_fraction"] <= 1
        assert member["mean_color"][0] > max(member["mean_color"][1:])  # it is red
    assert "ball-1: in " in omnireel("truth", clip["id"]).stdout


def test_interrupting_cancels(environment: dict[str, str], tmp_path: Path, opened: Store) -> None:
    known = {row.id for row in opened.recent()}
    long = ("--resolution", "4k", "--duration", "15")
    running = subprocess.Popen(
        [sys.executable, "-m", "omnireel.cli", "generate", PROMPT, *long],
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    fresh: set[str] = set()
    until = time.monotonic() + 30
    while not fresh and time.monotonic() < until:
        fresh = {row.id for row in opened.recent() if row.status is Status.IN_PROGRESS} - known
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    (interrupted,) = fresh
    assert opened.get(interrupted).status is Status.CANCELLED
    assert "Traceback" not in told
    assert list(tmp_path.glob("*.mp4")) == []
