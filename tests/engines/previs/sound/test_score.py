"""A score is a melody: in key, in range, in time, and it ends."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnireel.engines.previs.sound.harmony import MODES
from omnireel.engines.previs.sound.score import RELEASE, compose, outline_of

MELODIC = ["violin", "cello", "flute", "trumpet", "electric guitar solo voice", "kazoo"]


@settings(max_examples=60)
@given(
    instrument=st.sampled_from(MELODIC),
    mood=st.sampled_from(["", "calm", "sad", "dramatic", "joyful", "mysterious", "folk"]),
    duration=st.floats(0.5, 60),
    seed=st.integers(0, 2**40),
)
def test_one_note_at_a_time_within_the_clip(
    instrument: str, mood: str, duration: float, seed: int
) -> None:
    notes = compose(instrument, mood=mood, duration=duration, seed=seed)
    assert notes
    for note, following in itertools.pairwise(notes):
        assert note.start + note.length <= following.start + 1e-9
    assert 0 <= notes[0].start < 0.1
    assert notes[-1].start + notes[-1].length == pytest.approx(max(0.56, duration - RELEASE))
    assert all(0 < note.velocity <= 1 and note.length > 0.05 for note in notes)
    assert all(28 <= note.pitch <= 98 for note in notes)


@pytest.mark.parametrize("seed", range(12))
def test_violin_stays_in_key_in_range_and_on_the_tonic_at_the_end(seed: int) -> None:
    outline = outline_of("", duration=8, seed=seed, center=72)
    scale = {(outline.tonic + step) % 12 for step in MODES[outline.mood.mode]}
    notes = compose("violin", mood="", duration=8, seed=seed)
    assert {note.pitch % 12 for note in notes} <= scale
    assert all(57 <= note.pitch <= 91 for note in notes)
    assert notes[-1].pitch % 12 == outline.tonic % 12
    assert notes[-1].length >= 1.5 * outline.beat
    assert notes[-2].pitch != notes[-1].pitch
    assert len({note.pitch for note in notes}) >= 4, "a melody, not a drone"
    assert len({round(note.length, 3) for note in notes}) >= 2, "with a rhythm"


def test_same_seed_same_notes_and_another_seed_others() -> None:
    first = compose("violin", mood="calm", duration=8, seed=5)
    assert first == compose("violin", mood="calm", duration=8, seed=5)
    assert first != compose("violin", mood="calm", duration=8, seed=6)


def test_moods_differ_in_pace_and_mode() -> None:
    def density(mood: str) -> float:
        return sum(len(compose("violin", mood=mood, duration=10, seed=s)) for s in range(8)) / 80

    assert density("joyful") > 1.3 * density("sad")
    assert outline_of("sad", duration=5, seed=1).mood.mode == "minor"
    assert outline_of("happy", duration=5, seed=1).mood.mode == "major"


def test_keys_play_chords_and_drums_a_beat() -> None:
    piano = compose("piano", mood="", duration=6, seed=1)
    assert len({note.start for note in piano}) < len(piano)
    assert min(note.pitch for note in piano) < 60 < max(note.pitch for note in piano)
    drums = compose("drums", mood="upbeat", duration=6, seed=1)
    assert {36, 38, 42} <= {note.pitch for note in drums}
    assert all(note.start < 6 for note in drums)
