"""The art pack that `web/` builds: drawings by noun in many languages, as pixels, and fonts."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

import numpy as np
import resvg_py
import skia

from omnireel.domain.failures import EngineError
from omnireel.engines.previs.art.words import SYNONYMS, normal, spellings
from omnireel.engines.previs.scene import Pixels

FILE_NAME: Final = "pack.zip"
_FORMAT: Final = 1
_ENGLISH: Final = "en"
_MARGIN: Final = 0.04  # of a raster's side
_BOUNDS_PX: Final = 96
_GROUPS: Final = (  # what a word most likely means, first things first
    "animals-nature",
    "food-drink",
    "travel-places",
    "objects",
    "activities",
    "people-body",
    "smileys-emotion",
    "flags",
    "symbols",
    "component",
)


_THINGS: Final = frozenset(_GROUPS[:5])  # keywords of faces, gestures and signs mislead


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One noun's vector drawing. `slug` names it; group and subgroup are Unicode's."""

    slug: str
    label: str
    keywords: tuple[str, ...]
    aliases: tuple[str, ...]
    group: str
    subgroup: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """One language's ways to a drawing: slugs by exact name, by last words, by keyword."""

    exact: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, tuple[str, ...]]
    keywords: Mapping[str, tuple[str, ...]]


@cache
def _archive() -> zipfile.ZipFile:
    """The open pack; EngineError when it was not built."""
    source = files("omnireel.engines.previs.art") / FILE_NAME
    try:
        return zipfile.ZipFile(io.BytesIO(source.read_bytes()))
    except (FileNotFoundError, zipfile.BadZipFile) as error:
        raise EngineError(
            "The art pack is missing or damaged: run `make setup` in the checkout to build it, or "
            "install omnireel from a wheel, which has it inside."
        ) from error


@cache
def _index() -> dict[str, Any]:
    index: dict[str, Any] = json.loads(_archive().read("index.json"))
    if index["format"] != _FORMAT:
        raise EngineError("The art pack is of another version: run `make setup` to rebuild it.")
    return index


@cache
def drawings() -> Mapping[str, Drawing]:
    """Every drawing of the pack by its slug."""
    return {
        entry["slug"]: Drawing(
            slug=entry["slug"],
            label=entry["label"],
            keywords=tuple(entry["keywords"]),
            aliases=tuple(entry["aliases"]),
            group=entry["group"],
            subgroup=entry["subgroup"],
        )
        for entry in _index()["drawings"]
    }


def languages() -> tuple[str, ...]:
    """The languages in which drawings can be found, by their CLDR codes in lower case."""
    return tuple(_index()["languages"])


@cache
def font(name: str = "regular") -> bytes:
    """A TrueType font of the pack: regular, bold or black; KeyError for any other."""
    return _archive().read(f"fonts/{name}.ttf")


def licences() -> Mapping[str, str]:
    """The licence texts of what is in the pack, by file name."""
    folder = "licences/"
    names = [name for name in _archive().namelist() if name.startswith(folder)]
    return {name.removeprefix(folder): _archive().read(name).decode() for name in names}


def find(noun: str, language: str = _ENGLISH) -> Drawing | None:
    """The drawing that best shows a noun, or None when the pack has no such thing.

    Args:
        noun: One or more words, singular or plural ("cats", "sports car", "slice of pizza").
        language: One of `languages()`; others are looked up in English.
    """
    code = language.casefold()
    code = code if code in languages() else _ENGLISH
    english = code == _ENGLISH
    for names in spellings(noun) if english else ((normal(noun),),):
        slug = _best(names, code)
        if slug is not None:
            return drawings().get(_whole_body(slug, names[0]))
    return None


def decides(*names: str) -> bool:
    """Whether `find` looks no further than these English spellings: it has a drawing for one of
    them or knows that it has none."""
    return _best(names, _ENGLISH) is not None


def raster(drawing: Drawing, px: int, turn: float = 0.0) -> Pixels:
    """The drawing on a transparent square: (px, px, 4) uint8, sRGB, straight alpha.

    It fills the square but for a margin, `turn`ed by so many degrees counter-clockwise first.
    """
    left, top, right, bottom = _bounds(drawing, turn)
    side = max(right - left, bottom - top) * (1 + 2 * _MARGIN)
    x, y = (left + right - side) / 2, (top + bottom - side) / 2
    return _rendered(_svg(drawing, turn, (x, y, side)), px)


@lru_cache(maxsize=512)
def _bounds(drawing: Drawing, turn: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what can be seen, in the drawing's own units."""
    x, y, width, height = _box(drawing)
    side = 1.5 * max(width, height)
    frame = (x + (width - side) / 2, y + (height - side) / 2, side)
    seen = _rendered(_svg(drawing, turn, frame), _BOUNDS_PX)[..., 3] > 8
    rows, columns = np.nonzero(seen.any(axis=1))[0], np.nonzero(seen.any(axis=0))[0]
    unit = side / _BOUNDS_PX
    return (
        frame[0] + int(columns[0]) * unit,
        frame[1] + int(rows[0]) * unit,
        frame[0] + int(columns[-1] + 1) * unit,
        frame[1] + int(rows[-1] + 1) * unit,
    )


def _box(drawing: Drawing) -> tuple[float, float, float, float]:
    """The view box: x, y, width, height."""
    source = _source(drawing)
    x, y, width, height = (float(v) for v in source.split('viewBox="', 1)[1].split('"')[0].split())
    return x, y, width, height


def _source(drawing: Drawing) -> str:
    return _archive().read(f"drawings/{drawing.slug}.svg").decode()


def _svg(drawing: Drawing, turn: float, frame: tuple[float, float, float]) -> str:
    """The document seen through a square frame (x, y, side), turned about its middle.

    The drawing is a document inside the document, because that clips it to its own view box.
    """
    x, y, width, height = _box(drawing)
    inner = _source(drawing).replace(
        "<svg ", f'<svg x="{x}" y="{y}" width="{width}" height="{height}" ', 1
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="{frame[0]} {frame[1]} {frame[2]} {frame[2]}">'
        f'<g transform="rotate({-turn} {x + width / 2} {y + height / 2})">{inner}</g></svg>'
    )


def _rendered(document: str, px: int) -> Pixels:
    png = resvg_py.svg_to_bytes(svg_string=document, width=px, height=px, skip_system_fonts=True)
    image = skia.Image.MakeFromEncoded(png).toarray(
        colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType
    )
    return np.asarray(image, dtype=np.uint8)


@cache
def _names(language: str) -> _Names:
    exact: dict[str, list[str]] = {}
    heads: dict[str, list[str]] = {}
    keywords: dict[str, list[str]] = {}
    local = json.loads(_archive().read(f"names/{language}.json"))
    for slug, drawing in drawings().items():
        label, *tags = local.get(slug, [drawing.label, *drawing.keywords])
        words = normal(label).split()
        exact.setdefault(" ".join(words), []).insert(0, slug)
        exact.setdefault("".join(words), []).append(slug)  # "lightbulb", "rollercoaster"
        for first in range(1, len(words)):
            heads.setdefault(" ".join(words[first:]), []).append(slug)
        if language == _ENGLISH:
            for alias in drawing.aliases:
                exact.setdefault(normal(alias), []).append(slug)
        for tag in tags if drawing.group in _THINGS else ():
            keywords.setdefault(normal(tag), []).append(slug)
    return _Names(
        exact={name: tuple(slugs) for name, slugs in exact.items()},
        heads={name: tuple(slugs) for name, slugs in heads.items()},
        keywords={name: tuple(slugs) for name, slugs in keywords.items()},
    )


def _best(spellings: tuple[str, ...], language: str) -> str | None:
    """The slug for any of the spellings, "" where it is known that there is none."""
    names = _names(language)
    for name in spellings:
        if language == _ENGLISH and name in SYNONYMS:
            return SYNONYMS[name]
        if name in names.exact:
            return names.exact[name][0]
    for table in (names.heads, names.keywords):
        for name in spellings:
            if name in table:
                return min(table[name], key=_rank)
    return None


def _rank(slug: str) -> tuple[int, int, int, str]:
    """Things before people before symbols; plain names before long ones."""
    drawing = drawings()[slug]
    return (
        _GROUPS.index(drawing.group),
        len(drawing.label.split()),
        len(drawing.keywords),
        slug,
    )


def _whole_body(slug: str, name: str) -> str:
    """The drawing with a body where a face was found and nobody asked for the face."""
    body = slug.removesuffix("-face")
    if body in drawings() and "face" not in name and "head" not in name:
        return body
    return slug
