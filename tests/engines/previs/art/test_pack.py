"""The art pack: enough nouns in enough languages, what people mean, every drawing drawn."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
import skia

from omnireel.domain.failures import EngineError
from omnireel.engines.previs.art import pack
from omnireel.engines.previs.art.words import SYNONYMS, singular

EXPECTED = {
    "cat": "cat",
    "cats": "cat",
    "cat face": "cat-face",
    "dog": "dog",
    "puppies": "dog",
    "horse": "horse",
    "mice": "mouse",
    "wolves": "wolf",
    "tiger": "tiger",
    "bunny": "rabbit",
    "car": "automobile",
    "cars": "automobile",
    "red car": "automobile",
    "sports car": "racing-car",
    "ball": "soccer-ball",
    "bike": "bicycle",
    "plane": "airplane",
    "Slice of pizza": "pizza",
    "cup of coffee": "teacup-without-handle",
    "hot dog": "hot-dog",
    "T-Rex": "t-rex",
    "birthday cake": "birthday-cake",
    "earth": "globe-showing-europe-africa",
    "wave": "water-wave",
    "flag of Japan": "flag-japan",
    "rocket": "rocket",
    "lighthouse": "lighthouse",
}


@pytest.mark.parametrize(("noun", "slug"), EXPECTED.items())
def test_find_knows_what_people_mean(noun: str, slug: str) -> None:
    drawing = pack.find(noun)
    assert drawing is not None
    assert drawing.slug == slug


@pytest.mark.parametrize(
    ("language", "noun", "slug"),
    [
        ("de", "Katze", "cat"),
        ("fr", "chien", "dog"),
        ("es", "caballo", "horse"),
        ("ja", "猫", "cat"),
        ("zh", "狗", "dog"),
        ("ru", "лошадь", "horse"),
        ("hi", "बिल्ली", "cat"),
        ("xx", "cat", "cat"),
    ],
)
def test_find_speaks_other_languages(language: str, noun: str, slug: str) -> None:
    drawing = pack.find(noun, language)
    assert drawing is not None
    assert drawing.slug == slug


@pytest.mark.parametrize("noun", ["", "  ", "zxqv", "fire hydrant", "bench", "pirate", "river"])
def test_find_gives_nothing_rather_than_something_else(noun: str) -> None:
    assert pack.find(noun) is None


def test_there_are_enough_nouns_languages_fonts_and_licences() -> None:
    assert len(pack.drawings()) >= 1900
    assert len(pack.languages()) >= 25
    for name in ("regular", "bold", "black"):
        assert skia.Typeface.MakeFromData(skia.Data(pack.font(name))).getFamilyName() == "Nunito"
    texts = pack.licences()
    assert {"fluent-emoji-flat.txt", "noto.txt", "flag.txt", "nunito.txt"} <= set(texts)
    assert "Apache License" in texts["noto.txt"]
    assert "Microsoft Corporation" in texts["fluent-emoji-flat.txt"]


def test_every_synonym_leads_to_a_drawing() -> None:
    missing = {slug for slug in SYNONYMS.values() if slug and slug not in pack.drawings()}
    assert not missing


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("foxes", "fox"),
        ("cherries", "cherry"),
        ("glasses", "glass"),
        ("bus", "bus"),
        ("potatoes", "potato"),
        ("geese", "goose"),
        ("red balls", "red ball"),
        ("grass", "grass"),
    ],
)
def test_singular(plural: str, noun: str) -> None:
    assert singular(plural) == noun


def test_raster_is_square_transparent_at_the_edge_and_has_the_drawings_colours() -> None:
    tomato = pack.raster(pack.drawings()["tomato"], 64)
    assert tomato.shape == (64, 64, 4)
    edge = np.concatenate([tomato[0], tomato[-1], tomato[:, 0], tomato[:, -1]])
    assert edge[:, 3].max() == 0
    red, green, blue, alpha = tomato[32, 32]
    assert alpha == 255
    assert red > 2 * max(green, blue)


def test_raster_keeps_the_proportions_of_a_flag() -> None:
    alpha = pack.raster(pack.drawings()["flag-japan"], 256)[..., 3] > 128
    rows, columns = np.nonzero(alpha)
    assert np.ptp(columns) / np.ptp(rows) == pytest.approx(4 / 3, rel=0.03)


def test_every_drawing_comes_out() -> None:
    empty = [
        slug
        for slug, drawing in pack.drawings().items()
        if (pack.raster(drawing, 48)[..., 3] > 128).mean() < 0.01
    ]
    assert not empty


def test_a_missing_pack_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pack, "files", lambda _: tmp_path)
    monkeypatch.setattr(pack, "_archive", cache(pack._archive.__wrapped__))
    with pytest.raises(EngineError, match="make setup"):
        pack.licences()
