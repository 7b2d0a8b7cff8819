"""The director understands a large share of a public prompt list it was not written from."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parents[1]
FLOORS = {
    "object_class": 0.98,
    "multiple_objects": 0.98,
    "color": 0.98,
    "spatial_relationship": 0.98,
    "scene": 0.93,
    "human_action": 0.95,
    "appearance_style": 0.95,
    "temporal_style": 0.95,
    "all: nothing unmet": 0.9,
    "all: something to film": 1.0,
}


@pytest.fixture(scope="module")
def results() -> dict[str, list[tuple[str, bool]]]:
    rows: list[dict[str, Any]] = json.loads(
        (TESTS / "data/vbench/VBench_full_info.json").read_text()
    )
    bench = runpy.run_path(str(TESTS / "bench/director_vbench.py"))
    judged: dict[str, list[tuple[str, bool]]] = bench["judged"](rows)
    return judged


@pytest.mark.parametrize(("dimension", "floor"), FLOORS.items())
def test_share_understood(
    results: dict[str, list[tuple[str, bool]]], dimension: str, floor: float
) -> None:
    found = results[dimension]
    misses = [prompt for prompt, understood in found if not understood]
    assert 1 - len(misses) / len(found) >= floor, misses
