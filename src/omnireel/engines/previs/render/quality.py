"""What a quality level costs: resolutions of passes and numbers of samples, never what is shown."""

from dataclasses import dataclass

from omnireel.domain.failures import InvalidInputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Sizes and sample counts of the passes.

    oversampling: how much wider and higher than the frame the picture is drawn. shadow_size:
    pixels of the square shadow map. mirror_steps: steps along mirrored rays; with 0 smooth
    surfaces mirror the sky alone. blade_share: the part of a placement's grass blades that is
    drawn; the blades left are widened to cover the same ground. detail: pixels by which a vertex
    may be off, where a mesh has more triangles than the frame can show.
    """

    name: str
    oversampling: int
    shadow_size: int
    shadow_taps: int
    occlusion_taps: int
    mirror_steps: int
    focus_taps: int
    motion_taps: int
    blade_share: float
    detail: float


DRAFT = Quality(
    name="draft",
    oversampling=1,
    shadow_size=1024,
    shadow_taps=5,
    occlusion_taps=4,
    mirror_steps=0,
    focus_taps=10,
    motion_taps=6,
    blade_share=0.4,
    detail=1.0,
)
STANDARD = Quality(
    name="standard",
    oversampling=1,
    shadow_size=1536,
    shadow_taps=8,
    occlusion_taps=6,
    mirror_steps=12,
    focus_taps=16,
    motion_taps=10,
    blade_share=1.0,
    detail=0.6,
)
HIGH = Quality(
    name="high",
    oversampling=2,
    shadow_size=3072,
    shadow_taps=12,
    occlusion_taps=10,
    mirror_steps=24,
    focus_taps=24,
    motion_taps=12,
    blade_share=1.0,
    detail=0.6,
)
QUALITIES = {quality.name: quality for quality in (DRAFT, STANDARD, HIGH)}


def quality_named(name: str) -> Quality:
    """The quality with this name; InvalidInputError for another."""
    if name not in QUALITIES:
        raise InvalidInputError(
            f"Quality {name!r} is unknown; allowed are {', '.join(QUALITIES)}.", field="quality"
        )
    return QUALITIES[name]
