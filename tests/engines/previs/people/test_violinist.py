"""Hands and bow follow the score."""

import numpy as np
import pytest

from omnireel.domain.storyboard import CastMember, Kind
from omnireel.engines.previs.events import Note, Performance
from omnireel.engines.previs.people import violin
from omnireel.engines.previs.people.bowing import FROG, TIP, bow
from omnireel.engines.previs.people.liveliness import liveliness
from omnireel.engines.previs.people.mark import Mark
from omnireel.engines.previs.people.musician import musician
from omnireel.engines.previs.people.pose import joint_of
from omnireel.engines.previs.people.skeleton import Figure, build_skeleton
from omnireel.engines.previs.people.violinist import Violinist
from omnireel.engines.previs.shapes.transform import apply
from omnireel.engines.previs.sound.score import compose

NOTES = compose("violin", mood="joyful", duration=6.0, seed=5)
LEAP = tuple(
    Note(start=0.5 * k, length=0.5, pitch=pitch, velocity=0.7)
    for k, pitch in enumerate((55, 76, 62, 81, 69, 57, 88, 64))
)
FIGURES = {
    "woman": Figure(),
    "man": Figure(height=1.76, shoulders=0.172, hips=0.094, waist=0.118, girth=1.15, hands=1.08),
    "girl": Figure(height=1.18, head=0.96, shoulders=0.098, hips=0.056, waist=0.082),
}
TIMES = np.linspace(0, 5.8, 90)


def player(figure: str, notes: tuple[Note, ...] = NOTES) -> Violinist:
    return Violinist(
        skeleton=build_skeleton(FIGURES[figure]),
        bowing=bow(notes),
        life=liveliness(7, "woman-1"),
        notes=notes,
    )


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("notes", [NOTES, LEAP])
def test_the_hair_stays_on_the_string(figure: str, notes: tuple[Note, ...]) -> None:
    violinist = player(figure, notes)
    for t in TIMES:
        moment = violinist.at(float(t))
        string = violinist.bowing.string_at(float(t))
        point = apply(moment.violin, violin.string_point(string, violin.CONTACT_X))
        along, height, across = apply(np.linalg.inv(moment.bow), point)
        assert abs(height) < 0.01
        assert abs(across) < 0.01
        assert 0 < along < violin.HAIR


@pytest.mark.parametrize("figure", FIGURES)
def test_the_bow_hand_holds_the_frog(figure: str) -> None:
    violinist = player(figure)
    skeleton = violinist.skeleton
    middle = skeleton.joints["right_middle"]
    for t in TIMES:
        moment = violinist.at(float(t))
        knuckle = apply(moment.bones[skeleton.index("right_middle")], middle)
        frog = moment.bow[:3, 3]
        assert np.linalg.norm(knuckle - frog) < 0.075 * max(skeleton.scale, 0.9)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_left_hand_is_at_the_neck(figure: str) -> None:
    violinist = player(figure)
    skeleton = violinist.skeleton
    for t in TIMES:
        moment = violinist.at(float(t))
        knuckle = joint_of(skeleton, "left_index", moment.bones)
        along, _, across = apply(np.linalg.inv(moment.violin), knuckle)
        assert 0.12 < along < violin.NUT_X + 0.02
        assert abs(across) < 0.055


def test_the_bow_turns_at_every_note() -> None:
    bowing = bow(NOTES)
    for order, note in enumerate(NOTES[1:-1], start=1):
        before = bowing.place_at(note.start - 0.01) - bowing.place_at(note.start - 0.03)
        after = bowing.place_at(note.start + 0.03) - bowing.place_at(note.start + 0.01)
        assert before * after < 0, f"note {order} does not turn the bow"


def test_the_bow_stays_within_reach_and_louder_notes_take_more() -> None:
    bowing = bow(NOTES)
    assert bowing.places.min() >= FROG - 1e-9
    assert bowing.places.max() <= TIP + 1e-9
    soft = bow([Note(start=0, length=0.5, pitch=69, velocity=0.2)])
    loud = bow([Note(start=0, length=0.5, pitch=69, velocity=1.0)])
    assert np.ptp(loud.places) > np.ptp(soft.places)


@pytest.mark.parametrize(
    ("pitch", "string", "fret"), [(55, 0, 0), (61, 0, 6), (69, 2, 0), (83, 3, 7)]
)
def test_pitches_are_stopped_on_the_right_string(pitch: int, string: int, fret: int) -> None:
    bowing = bow([Note(start=0, length=1, pitch=pitch, velocity=0.5)])
    assert (bowing.strings[0], bowing.frets[0]) == (string, fret)


def test_an_empty_score_is_refused() -> None:
    with pytest.raises(ValueError, match="no notes"):
        bow([])


def test_the_musician_is_an_element_with_its_performance() -> None:
    woman = CastMember(id="woman-1", noun="woman", kind=Kind.PERSON, name="a woman")
    fiddle = CastMember(id="violin-1", noun="violin", kind=Kind.THING, name="a violin")
    element = musician(woman, fiddle, NOTES, mark=Mark(position=(1, 0, 2), heading=0.4), seed=7)
    (performance,) = element.events
    assert isinstance(performance, Performance)
    assert performance.notes == NOTES
    assert performance.member == "violin-1"
    placements = element.place(1.0)
    assert {placement.member for placement in placements} == {"woman-1", "violin-1"}
    assert {placement.model for placement in placements} == set(element.models)
    for placement in placements:
        x, _, z = placement.transforms[0, :3, 3]
        assert np.hypot(x - 1, z - 2) < 0.7
    again = element.place(1.0)
    for first, second in zip(placements, again, strict=True):
        assert (first.transforms == second.transforms).all()


def test_the_face_is_painted_from_few_pictures() -> None:
    woman = CastMember(id="woman-1", noun="woman", kind=Kind.PERSON, name="a woman")
    fiddle = CastMember(id="violin-1", noun="violin", kind=Kind.THING, name="a violin")
    element = musician(woman, fiddle, NOTES, mark=Mark(), seed=7)
    pictures = {id(element.paint(t / 24)["woman-1.face"]) for t in range(96)}
    assert 1 < len(pictures) < 48
