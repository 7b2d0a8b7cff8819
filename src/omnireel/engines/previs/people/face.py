"""A face painted with Skia: eyes with lids, brows, cheeks and a mouth, by expression.

The picture covers 0.30 m of the canonical head, its middle 0.02 m below the head's centre. What is
transparent carries the skin's colour, so that filtering makes no dark fringe.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia

from omnireel.engines.previs.colors import encoded, mixed, shaded
from omnireel.engines.previs.people.spec import PersonSpec
from omnireel.engines.previs.scene import Floats, Pixels, Vec3

SIZE = 512
SPAN = 0.30
MIDDLE = -0.02
_EYE = (0.0535, 0.002)  # canonical x and y of an eye's centre
_MOUTH_Y = -0.083


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """blink 0..1 (closed); gaze -1..1 (to the person's left, up); smile -1..1; open 0..1 (the
    mouth); brow -1..1 (raised)."""

    blink: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    smile: float = 0.5
    open: float = 0.0
    brow: float = 0.0

    def quantised(self) -> "Expression":
        """The nearest of a small set of expressions: equal ones are painted once."""
        return Expression(
            blink=round(self.blink * 4) / 4,
            gaze_x=round(self.gaze_x * 4) / 4,
            gaze_y=round(self.gaze_y * 4) / 4,
            smile=round(self.smile * 4) / 4,
            open=round(self.open * 4) / 4,
            brow=round(self.brow * 2) / 2,
        )


def texture_coordinates(local: Floats) -> Floats:
    """uv (n, 2) of canonical head points (n, 3), projected from the front."""
    u = 0.5 + local[:, 0] / SPAN
    v = 0.5 + (local[:, 1] - MIDDLE) / SPAN
    return np.stack([u, v], axis=1).astype(np.float32)


def painter(spec: PersonSpec) -> Callable[[Expression], Pixels]:
    """Paints this person's face; the same array object for the same quantised expression."""

    @lru_cache(maxsize=128)
    def painted(expression: Expression) -> Pixels:
        return _paint(spec, expression)

    return lambda expression: painted(expression.quantised())


def _paint(spec: PersonSpec, expression: Expression) -> Pixels:
    pixels = np.zeros((SIZE, SIZE, 4), dtype=np.uint8)
    surface = skia.Surface(pixels)
    canvas = surface.getCanvas()
    # Draw in canonical millimetres, y down, from the head's centre.
    scale = SIZE / (SPAN * 1000)
    canvas.translate(SIZE / 2, SIZE / 2 + MIDDLE * 1000 * scale)
    canvas.scale(scale, scale)
    _cheeks(canvas, spec)
    if spec.age == "old":
        _wrinkles(canvas, spec)
    for sign in (1.0, -1.0):
        canvas.save()
        canvas.translate(sign * _EYE[0] * 1000, -_EYE[1] * 1000)
        canvas.scale(sign, 1)
        _eye(canvas, spec, expression, sign)
        _brow(canvas, spec, expression)
        canvas.restore()
    _mouth(canvas, spec, expression)
    surface.flushAndSubmit()
    pixels[pixels[..., 3] == 0, :3] = encoded(spec.skin)
    return pixels


def _fill(color: Vec3, alpha: float = 1.0, blur: float = 0.0) -> skia.Paint:
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(*encoded(color), round(255 * alpha)))
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


def _stroke(color: Vec3, width: float, alpha: float = 1.0) -> skia.Paint:
    paint = _fill(color, alpha)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def _curve(*points: tuple[float, float]) -> skia.Path:
    """A path of quadratic curves: start, then (control, end) pairs."""
    path = skia.Path()
    path.moveTo(*points[0])
    for control, end in zip(points[1::2], points[2::2], strict=True):
        path.quadTo(*control, *end)
    return path


def _cheeks(canvas: skia.Canvas, spec: PersonSpec) -> None:
    rose = mixed(spec.skin, (0.80, 0.12, 0.09), 0.55)
    strength = 0.42 if spec.female or spec.age == "child" else 0.25
    for sign in (1.0, -1.0):
        oval = skia.Rect.MakeXYWH(sign * 73 - 19, 30, 38, 27)
        canvas.drawOval(oval, _fill(rose, strength, blur=6.5))
    nose = skia.Rect.MakeXYWH(-13, 24, 26, 20)
    canvas.drawOval(nose, _fill(rose, strength * 0.55, blur=5))
    if spec.age == "child":
        freckle = mixed(spec.skin, (0.25, 0.08, 0.03), 0.55)
        for x, y in ((-58, 34), (-68, 40), (-50, 42), (58, 35), (67, 41), (49, 43)):
            canvas.drawCircle(x, y, 1.5, _fill(freckle, 0.6))


def _wrinkles(canvas: skia.Canvas, spec: PersonSpec) -> None:
    line = _stroke(shaded(spec.skin, 0.55), 1.3, 0.55)
    for sign in (1.0, -1.0):
        for drop in (0.0, 6.0):
            canvas.drawPath(
                _curve((sign * 88, -4 + drop), (sign * 94, -3 + drop), (sign * 99, 1 + drop * 1.6)),
                line,
            )
        canvas.drawPath(_curve((sign * 30, 42), (sign * 44, 56), (sign * 44, 72)), line)
        canvas.drawPath(_curve((sign * 34, 29), (sign * 52, 37), (sign * 72, 28)), line)
    for y in (-58, -66):
        canvas.drawPath(_curve((-34, y), (0, y - 5), (34, y)), line)


def _eye(canvas: skia.Canvas, spec: PersonSpec, expression: Expression, sign: float) -> None:
    """One eye about its centre; +x is outward (away from the nose)."""
    child = spec.age == "child"
    tall = (27.0 if child else 25.0) if spec.female or child else 21.5
    wide = 24.0 if spec.female or child else 22.0
    opened = max(1.0 - expression.blink, 0.0)
    lid = 7.0 - (tall + 7.0) * opened  # the upper lid's height at its middle
    lash = shaded(mixed((0.02, 0.012, 0.01), spec.hair_color, 0.25), 0.8)
    if opened > 0.12:
        opening = skia.Path()
        opening.moveTo(-wide, 4)
        opening.cubicTo(-wide * 0.92, lid * 1.08, wide * 0.80, lid * 1.16, wide, 0)
        opening.cubicTo(wide * 0.82, tall * 0.98, -wide * 0.70, tall * 1.02, -wide, 4)
        canvas.save()
        canvas.clipPath(opening, skia.ClipOp.kIntersect, True)
        canvas.drawPaint(_fill((0.93, 0.91, 0.88)))
        at = (expression.gaze_x * sign * 8.0, 1.5 - expression.gaze_y * 8.0)
        _iris(canvas, spec, at, sign)
        shade = _fill((0.10, 0.05, 0.04), 0.35, blur=3)
        canvas.drawRect(skia.Rect.MakeLTRB(-40, -60, 40, lid * 0.72), shade)
        canvas.restore()
        canvas.drawPath(
            _curve((-wide * 0.66, tall * 0.70), (0, tall * 1.02), (wide * 0.80, tall * 0.56)),
            _stroke(shaded(spec.skin, 0.42), 1.4, 0.7),
        )
    _upper_lid(canvas, spec, (wide, lid), lash)


def _upper_lid(
    canvas: skia.Canvas, spec: PersonSpec, shape: tuple[float, float], lash: Vec3
) -> None:
    """The lash line, thicker outward, its crease and, on women, the lashes."""
    wide, lid = shape
    line = skia.Path()
    line.moveTo(-wide - 1, 4.5)
    line.cubicTo(-wide * 0.92, lid * 1.10, wide * 0.80, lid * 1.20, wide + 1, 0.5)
    canvas.drawPath(line, _stroke(lash, 4.6 if spec.female else 3.6))
    crease = skia.Path()
    crease.moveTo(-wide * 0.80, lid * 0.72 - 9)
    crease.cubicTo(-wide * 0.5, lid - 11, wide * 0.6, lid - 12, wide * 1.02, lid * 0.30 - 9)
    canvas.drawPath(crease, _stroke(shaded(spec.skin, 0.45), 1.5, 0.6))
    if not spec.female:
        return
    for along, rise in ((1.0, 0.0), (0.84, 0.34), (0.62, 0.60)):
        x, y = wide * along + 1, lid * rise * 0.98
        canvas.drawPath(
            _curve((x, y + 0.5), (x + 5, y - 1.5), (x + 7.5, y - 7)), _stroke(lash, 2.8)
        )


def _iris(canvas: skia.Canvas, spec: PersonSpec, at: tuple[float, float], sign: float) -> None:
    x, y = at
    radius = 16.5 if spec.female or spec.age == "child" else 14.5
    canvas.drawCircle(x, y, radius, _fill(shaded(spec.iris, 0.25)))
    glow = skia.Paint(AntiAlias=True)
    colors = [skia.Color(*encoded(shaded(spec.iris, factor)), 255) for factor in (2.6, 1.3, 0.55)]
    glow.setShader(skia.GradientShader.MakeRadial(skia.Point(x, y + 7), radius * 1.2, colors))
    canvas.drawCircle(x, y, radius - 1.8, glow)
    canvas.drawCircle(x, y, radius * 0.50, _fill((0.006, 0.004, 0.004)))
    canvas.drawCircle(x - sign * 5.5, y - 6.5, radius * 0.30, _fill((1.0, 1.0, 1.0)))
    canvas.drawCircle(x + sign * 5.5, y + 6.5, radius * 0.15, _fill((1.0, 1.0, 1.0), 0.75))


def _brow(canvas: skia.Canvas, spec: PersonSpec, expression: Expression) -> None:
    lift = expression.brow * 5.0
    color = shaded(spec.hair_color, 0.75)
    thick = 3.6 if spec.female else 5.6
    top = -40.0 - lift
    brow = skia.Path()
    brow.moveTo(-21, top + 5)
    brow.cubicTo(-8, top - 4, 12, top - 6, 29, top + 7)
    brow.cubicTo(12, top - 6 + thick * 1.4, -8, top - 2 + thick * 1.6, -22, top + 5 + thick * 1.1)
    brow.close()
    canvas.drawPath(brow, _fill(color, 0.95))
    canvas.drawPath(brow, _stroke(color, 1.6, 0.95))


def _mouth(canvas: skia.Canvas, spec: PersonSpec, expression: Expression) -> None:
    canvas.save()
    canvas.translate(0, -_MOUTH_Y * 1000)
    lip = mixed(spec.skin, (0.50, 0.04, 0.05), 0.72 if spec.female else 0.28)
    lip = shaded(lip, 0.85)
    half = 25.0 + 4.0 * expression.smile - 5.0 * expression.open
    corner = -6.0 * expression.smile
    if expression.open > 0.1:
        _open_mouth(canvas, half, corner, expression.open, lip)
    else:
        _closed_mouth(canvas, spec, half, corner, lip)
    canvas.restore()


def _closed_mouth(
    canvas: skia.Canvas, spec: PersonSpec, half: float, corner: float, lip: Vec3
) -> None:
    dip = -corner * 0.75 + 1.0
    if spec.female:
        lips = skia.Path()
        lips.moveTo(-half + 2, corner)
        lips.cubicTo(-half * 0.5, dip - 6, -6, dip - 8, 0, dip - 5)
        lips.cubicTo(6, dip - 8, half * 0.5, dip - 6, half - 2, corner)
        lips.cubicTo(half * 0.5, dip + 10, -half * 0.5, dip + 10, -half + 2, corner)
        canvas.drawPath(lips, _fill(lip, 0.92))
        shine = skia.Rect.MakeXYWH(-8, dip + 2, 16, 3)
        canvas.drawOval(shine, _fill((1.0, 0.75, 0.7), 0.35, blur=1.2))
    line = _stroke(shaded(lip, 0.35), 2.0 if spec.female else 2.9, 0.9)
    canvas.drawPath(_curve((-half, corner), (0, dip * 2 + 1.5), (half, corner)), line)
    for sign in (1.0, -1.0):
        canvas.drawPath(
            _curve(
                (sign * (half - 1), corner + 1.5),
                (sign * (half + 2), corner - 1),
                (sign * (half + 3), corner - 4),
            ),
            _stroke(shaded(spec.skin, 0.5), 1.6, 0.7),
        )


def _open_mouth(canvas: skia.Canvas, half: float, corner: float, opened: float, lip: Vec3) -> None:
    mouth = skia.Path()
    mouth.moveTo(-half, corner)
    mouth.cubicTo(-half * 0.5, -3 - 2 * opened, half * 0.5, -3 - 2 * opened, half, corner)
    depth = 6 + 26 * opened
    mouth.cubicTo(half * 0.75, depth, -half * 0.75, depth, -half, corner)
    canvas.save()
    canvas.clipPath(mouth, skia.ClipOp.kIntersect, True)
    canvas.drawPaint(_fill((0.10, 0.012, 0.015)))
    canvas.drawOval(
        skia.Rect.MakeXYWH(-half * 0.6, depth * 0.45, half * 1.2, depth), _fill((0.55, 0.10, 0.10))
    )
    teeth = skia.Rect.MakeXYWH(-half * 0.75, -12, half * 1.5, 12 + 4.5)
    canvas.drawRoundRect(teeth, 5, 5, _fill((0.92, 0.90, 0.86)))
    canvas.restore()
    canvas.drawPath(mouth, _stroke(lip, 3.0))
