"""People are whole: weights, budgets, garments and looks by words."""

import time

import numpy as np
import pytest

from omnireel.domain.storyboard import CastMember, Kind
from omnireel.engines.previs.people.palette import color_in
from omnireel.engines.previs.people.person import Person, build
from omnireel.engines.previs.people.pose import Pose, solve
from omnireel.engines.previs.people.spec import spec_for
from omnireel.engines.previs.scene import Finish

MAX_BONES = 64  # what the renderer's shaders hold


def person_of(noun: str, *wears: str, attributes: tuple[str, ...] = ()) -> Person:
    member = CastMember(
        id=f"{noun}-1",
        noun=noun,
        kind=Kind.PERSON,
        name=f"a {noun}",
        wears=wears,
        attributes=attributes,
    )
    return build(spec_for(member, 7), prefix=member.id)


CASES = {
    "woman": ("woman", ()),
    "man in a suit": ("man", ("black suit",)),
    "girl in a coat": ("girl", ("yellow raincoat", "beanie")),
    "grandfather": ("grandfather", ("green sweater", "cap", "glasses")),
    "queen": ("queen", ("purple gown", "crown")),
    "cook": ("man", ("white apron", "scarf", "shorts")),
    "boy": ("boy", ("blue t-shirt", "hat")),
}


@pytest.fixture(scope="module", params=CASES)
def person(request: pytest.FixtureRequest) -> Person:
    noun, wears = CASES[request.param]
    return person_of(noun, *wears)


def test_weights_sum_to_one_and_name_real_bones(person: Person) -> None:
    bones = len(person.skeleton.bones)
    assert bones <= MAX_BONES
    for model in person.models.values():
        assert model.skin is not None
        assert model.skin.weights.sum(axis=1) == pytest.approx(1.0, abs=1e-5)
        assert model.skin.weights.min() >= 0
        assert 0 <= model.skin.joints.min() <= model.skin.joints.max() < bones
        assert len(model.skin.weights) == len(model.mesh.positions)


def test_meshes_are_sound_and_within_budget(person: Person) -> None:
    total = 0
    for model in person.models.values():
        mesh = model.mesh
        total += len(mesh.faces)
        assert np.isfinite(mesh.positions).all()
        assert np.linalg.norm(mesh.normals, axis=1) == pytest.approx(1.0, abs=1e-3)
        assert mesh.faces.max() < len(mesh.positions)
    assert total < 45_000


def test_a_person_stands_on_the_ground_at_its_height(person: Person) -> None:
    points = np.concatenate([model.mesh.positions for model in person.models.values()])
    height = person.skeleton.figure.height
    assert points[:, 1].min() == pytest.approx(0.0, abs=0.01)
    assert height - 0.03 < points[:, 1].max() < height + 0.22  # hair and hats rise above


def test_the_rest_pose_moves_nothing(person: Person) -> None:
    skeleton = person.skeleton
    bones = solve(skeleton, Pose())
    for bone in ("pelvis", "chest", "head"):
        assert bones[skeleton.index(bone)] == pytest.approx(np.eye(4), abs=1e-5)


def test_only_the_face_is_painted(person: Person) -> None:
    model = person.models[f"{person.prefix}.skin"]
    assert model.material.finish is Finish.SKIN
    uvs, points = model.mesh.uvs, model.mesh.positions
    painted = (uvs > 0).all(axis=1) & (uvs < 1).all(axis=1)
    center = person.skeleton.head_center
    assert painted.any()
    assert (points[painted, 2] > center[2]).all()
    assert (np.abs(points[painted, 1] - center[1]) < 0.2).all()


def test_building_takes_less_than_a_second_and_a_half() -> None:
    start = time.process_time()
    person_of("woman", "red dress")
    assert time.process_time() - start < 1.5


def test_words_choose_garments_and_colours() -> None:
    member = CastMember(
        id="woman-1",
        noun="woman",
        kind=Kind.PERSON,
        name="a red-haired woman",
        wears=("blue dress", "white hat"),
    )
    spec = spec_for(member, 3)
    dress, hat = spec.garment("dress"), spec.garment("hat")
    assert dress is not None
    assert dress.color == color_in("blue")
    assert hat is not None
    assert hat.color == color_in("white")
    assert spec.hair_color[0] > 2 * spec.hair_color[1]


@pytest.mark.parametrize(
    ("noun", "female", "age"),
    [
        ("woman", True, "adult"),
        ("man", False, "adult"),
        ("girl", True, "child"),
        ("boy", False, "child"),
        ("grandmother", True, "old"),
    ],
)
def test_nouns_say_sex_and_age(noun: str, female: bool, age: str) -> None:
    member = CastMember(id=f"{noun}-1", noun=noun, kind=Kind.PERSON, name=noun)
    spec = spec_for(member, 1)
    assert (spec.female, spec.age) == (female, age)


def test_new_clothes_do_not_change_the_person() -> None:
    plain = CastMember(id="man-1", noun="man", kind=Kind.PERSON, name="a man")
    dressed = CastMember(id="man-1", noun="man", kind=Kind.PERSON, name="a man", wears=("coat",))
    before, after = spec_for(plain, 11), spec_for(dressed, 11)
    assert before.figure == after.figure
    assert (before.skin, before.hair_color, before.iris) == (
        after.skin,
        after.hair_color,
        after.iris,
    )


def test_seeds_give_variety() -> None:
    member = CastMember(id="woman-1", noun="woman", kind=Kind.PERSON, name="a woman")
    looks = {(spec_for(member, seed).skin, spec_for(member, seed).garments) for seed in range(12)}
    assert len(looks) > 5


def test_a_trade_has_its_clothes_until_others_are_named() -> None:
    chef = CastMember(id="chef-1", noun="chef", kind=Kind.PERSON, name="a chef")
    assert spec_for(chef, 1).garment("apron") is not None
    dressed = CastMember(
        id="chef-1", noun="chef", kind=Kind.PERSON, name="a chef", wears=("red coat",)
    )
    assert spec_for(dressed, 1).garment("apron") is None
    assert spec_for(dressed, 1).garment("coat") is not None
