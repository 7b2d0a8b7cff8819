from pathlib import Path

import pytest

from omnireel.config import Settings
from omnireel.domain.failures import CancelledError
from omnireel.domain.turn import Interaction, Turn
from omnireel.jobs.cache import Cache
from omnireel.jobs.lent import Lent
from omnireel.store import Store


@pytest.fixture
def claimed(store: Store) -> Interaction:
    made = store.create(Turn(prompt="x", model="m"), dialect="gemini")
    found = store.claim(made.id, "w")
    assert found is not None
    return found


@pytest.fixture
def lent(store: Store, settings: Settings, claimed: Interaction, tmp_path: Path) -> Lent:
    return Lent(store, claimed, scratch=tmp_path, cache=Cache(settings.cache), salt="testcard 1")


def test_progress_is_of_the_whole_and_never_goes_back(
    lent: Lent, store: Store, claimed: Interaction
) -> None:
    lent.enter(0.2, 0.4, "build")
    lent.progress(0.5, "shapes")
    assert store.get(claimed.id).progress.done == pytest.approx(0.3)
    assert store.get(claimed.id).progress.stage == "shapes"
    lent.progress(0.1, "light")
    assert store.get(claimed.id).progress.done == pytest.approx(0.3)
    lent.progress(7.0, "more")
    assert store.get(claimed.id).progress.done == pytest.approx(0.4)


def test_progress_within_a_stage_is_written_a_few_times_a_second(
    lent: Lent, store: Store, claimed: Interaction
) -> None:
    lent.enter(0.0, 1.0, "render")
    began = store.get(claimed.id).updated
    for frame in range(100):
        lent.progress(frame / 100, "render")
    assert store.get(claimed.id).updated == began


def test_a_cancelled_interaction_stops_the_engine(
    lent: Lent, store: Store, claimed: Interaction
) -> None:
    lent.enter(0.0, 1.0, "build")
    store.cancel(claimed.id)
    with pytest.raises(CancelledError):
        lent.progress(0.5, "render")


def test_an_attempt_that_was_taken_over_stops(
    lent: Lent, store: Store, claimed: Interaction
) -> None:
    store.claim(claimed.id, "another")
    with pytest.raises(CancelledError):
        lent.progress(0.5, "render")


def test_what_was_made_once_is_found_again(lent: Lent) -> None:
    def make(path: Path) -> None:
        path.write_text("made")

    path = lent.once("mesh", make)
    assert lent.once("mesh", lambda path: path.unlink()) == path


def test_an_asset_is_lent_as_a_file(lent: Lent, store: Store) -> None:
    asset = store.assets.put([b"picture"], "image/png")
    assert lent.open(asset).read_bytes() == b"picture"
