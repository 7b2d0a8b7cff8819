"""A meadow: grass and flowers in the wind, trees, a cottage behind a picket fence, hills."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.element import Element, Set
from omnireel.engines.previs.light import is_dark, outdoor_look
from omnireel.engines.previs.scene import Finish, Floats, Material, Mesh, Model, Placement
from omnireel.engines.previs.sets import cottage, foliage
from omnireel.engines.previs.sets.assembly import Assembly
from omnireel.engines.previs.sets.meadow_layout import TALL, WIDE, Layout, Spot
from omnireel.engines.previs.sets.seasons import Season, season_of
from omnireel.engines.previs.sets.wind import Swaying, drift
from omnireel.engines.previs.shapes.mesh import grid
from omnireel.engines.previs.shapes.transform import rotation_y, scaling, translation
from omnireel.engines.previs.streams import stream

Grid = NDArray[np.float64]

_TUFTS = 3900  # of seven blades each
_FLOWERS = 240


def heights(x: ArrayLike, z: ArrayLike) -> Grid:
    """The ground's height at (x, z): level where the action is, rolling around it, hills behind."""
    east, south = np.asarray(x, dtype=np.float64), np.asarray(z, dtype=np.float64)
    away = np.hypot(east, south)
    calm = np.clip((away - 2.2) / 5.0, 0, 1)
    rolling = 0.13 * np.sin(east * 0.52 + 1.0) * np.cos(south * 0.47)
    rolling += 0.07 * np.sin(east * 0.93 - south * 0.71)
    far = np.clip((np.hypot(east * 0.75, south) - 13.0) / 34.0, 0, 1.2)
    hills = 4.2 * far**1.35 * (1.05 + 0.55 * np.sin(east * 0.085 + 0.6) * np.cos(south * 0.05))
    behind = np.clip((-south + 6.0) / 30.0, 0.22, 1.0)
    return np.asarray(rolling * calm * calm * (3 - 2 * calm) + hills * behind)


def floor(x: float, z: float) -> float:
    """The ground's height at one place."""
    return float(heights(x, z))


def build(conditions: Conditions, *, seed: int, portrait: bool = False) -> Set:
    """The meadow under these conditions; `portrait` brings things together for a tall frame."""
    season = season_of(conditions)
    layout = TALL if portrait else WIDE
    parts = _Parts(season=season, layout=layout, seed=seed, lit=is_dark(conditions))
    still = parts.still().element()
    swaying = parts.trees()
    look = outdoor_look(conditions)
    models = {**still.models}
    for tree in swaying:
        models |= tree.models
    drifting = drift(season, seed)
    if drifting:
        models[drifting.name] = drifting.model

    def place(t: float) -> Sequence[Placement]:
        moved = [placement for tree in swaying for placement in tree.place(t, look.wind)]
        floating = [drifting.place(t, look.wind)] if drifting else []
        return [*still.place(t), *moved, *floating]

    x, z, _ = layout.house
    return Set(
        element=Element(models=models, place=place),
        look=look,
        radius=2.6,
        floor=floor,
        surface=season.surface,
        ambience="meadow" if season.name != "winter" else "wind",
        backdrop=(x, 1.8, z),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """Builds the meadow's parts."""

    season: Season
    layout: Layout
    seed: int
    lit: bool

    def still(self) -> Assembly:
        """Everything that the wind does not move, or that its shader moves."""
        assembly = Assembly("meadow")
        for part in (self._ground, self._buildings, self._grass, self._flowers, self._bushes):
            part(assembly)
        return assembly

    def _ground(self, assembly: Assembly) -> None:
        """Finer near the action: rows and columns lie closer there."""
        spread = np.linspace(-1, 1, 79)
        line = 72.0 * np.sign(spread) * np.abs(spread) ** 2.0
        z, x = np.meshgrid(line - 6.0, line, indexing="ij")
        mesh = grid(np.stack([x, heights(x, z), z], axis=-1))
        worn = self._path_distance(mesh.positions[:, 0], mesh.positions[:, 2])
        colors = mesh.colors.copy()
        share = np.clip(1.15 - worn / 0.55, 0, 0.75)[:, None]
        base = np.array(self.season.ground)
        colors[:, :3] = base * (1 - share) + np.array(self.season.path) * share
        ground = Mesh(
            positions=mesh.positions,
            normals=mesh.normals,
            faces=mesh.faces,
            colors=colors.astype(np.float32),
            uvs=mesh.uvs,
        )
        material = Material(finish=self.season.ground_finish, roughness=0.95, casts_shadow=False)
        assembly.add("ground", ground, material, [_ORIGIN])

    def _path_distance(self, x: NDArray[np.floating], z: NDArray[np.floating]) -> Grid:
        """Metres from the path."""
        nearest = np.full(x.shape, np.inf)
        points = np.array(self.layout.path)
        for a, b in itertools.pairwise(points):
            along = b - a
            share = np.clip(((x - a[0]) * along[0] + (z - a[1]) * along[1]) / (along @ along), 0, 1)
            gap = np.hypot(x - a[0] - share * along[0], z - a[1] - share * along[1])
            nearest = np.minimum(nearest, gap)
        return nearest

    def _buildings(self, assembly: Assembly) -> None:
        """House, fences and stepping stones."""
        x, z, turn = self.layout.house
        stand = [translation(x, floor(x, z), z) @ rotation_y(turn)]
        glow = Material(color=(1.0, 0.62, 0.25), emission=2.2) if self.lit else _PANES
        assembly.add("house", cottage.house(), Material(roughness=0.85), stand)
        assembly.add("roof", cottage.roof(self.season.roof), Material(roughness=0.7), stand)
        assembly.add("panes", cottage.panes(), glow, stand)
        for order, path in enumerate(self.layout.fences):
            mesh = cottage.fence(path, floor)
            assembly.add(f"fence-{order}", mesh, Material(roughness=0.7), [_ORIGIN])
        rng = stream(self.seed, "meadow", "stones")
        points = np.array(self.layout.path)
        steps = np.linspace(0, len(points) - 1, 13)
        stones = []
        for k, at in enumerate(steps):
            sx, sz = (float(np.interp(at, np.arange(len(points)), points[:, c])) for c in (0, 1))
            sx += 0.10 * (-1) ** k
            size = float(rng.uniform(0.75, 1.05))
            turned = rotation_y(float(rng.uniform(0, 6))) @ scaling(size)
            stones.append(translation(sx, floor(sx, sz) + 0.008, sz) @ turned)
        material = Material(finish=Finish.STONE, color=(0.42, 0.40, 0.37), roughness=0.9)
        assembly.add("stones", cottage.stone(), material, stones)

    def _grass(self, assembly: Assembly) -> None:
        """Tufts, dense near the action and thinner far away, in patches of tone and height."""
        rng = stream(self.seed, "meadow", "grass")
        count = int(_TUFTS * self.season.grass_share)
        x, z = _strewn(rng, count * 2)
        keep = np.flatnonzero(
            (self._path_distance(x, z) > 0.24) & (z < 4.6) & ~self._in_house(x, z)
        )
        x, z = x[keep][:count], z[keep][:count]
        patch = 0.5 + 0.5 * np.sin(x * 0.9 + 2.0 * np.sin(z * 0.6)) * np.cos(z * 0.8 + 0.5)
        away = np.hypot(x, z)
        sizes = (0.66 + 0.5 * patch) * rng.uniform(0.75, 1.25, len(x))
        sizes *= np.clip(0.75 + away / 7.0, 0.75, 1.7)
        low, high = (np.array(color) for color in self.season.grass)
        tints = low + (high - low) * np.clip(patch + rng.normal(0, 0.22, len(x)), 0, 1)[:, None]
        kinds = rng.integers(3, size=len(x))
        spins = rng.uniform(0, 2 * np.pi, len(x))
        material = Material(finish=Finish.BLADE, roughness=0.8, casts_shadow=False)
        for kind in range(3):
            chosen = np.flatnonzero(kinds == kind)
            mesh = foliage.tuft(stream(self.seed, "meadow", f"tuft {kind}"))
            transforms = _upright(x[chosen], z[chosen], sizes[chosen], spins[chosen])
            assembly.add(f"grass-{kind}", mesh, material, transforms, tints[chosen])

    def _in_house(self, x: Grid, z: Grid) -> NDArray[np.bool_]:
        hx, hz, turn = self.layout.house
        dx, dz = x - hx, z - hz
        across = dx * math.cos(turn) - dz * math.sin(turn)
        along = dx * math.sin(turn) + dz * math.cos(turn)
        return np.asarray((np.abs(across) < 1.5) & (np.abs(along) < 1.3))

    def _flowers(self, assembly: Assembly) -> None:
        """Daisies, poppies and bellflowers in drifts."""
        count = int(_FLOWERS * self.season.flower_share)
        if not count:
            return
        material = Material(finish=Finish.BLADE, roughness=0.7, casts_shadow=False)
        for kind, make in (
            ("daisy", foliage.daisy),
            ("poppy", foliage.poppy),
            ("bell", foliage.bellflower),
        ):
            rng = stream(self.seed, "meadow", kind)
            centers = rng.uniform((-5.5, -5.0), (5.5, 2.0), (7, 2))
            spots = centers[rng.integers(7, size=count // 3)] + rng.normal(0, 0.6, (count // 3, 2))
            x, z = spots.T
            clear = (np.hypot(x, z) > 0.75) & (self._path_distance(x, z) > 0.3) & (z < 2.6)
            x, z = x[clear], z[clear]
            sizes = rng.uniform(0.85, 1.35, len(x))
            transforms = _upright(x, z, sizes, rng.uniform(0, 6.28, len(x)))
            assembly.add(f"flower-{kind}", make(), material, transforms)

    def _bushes(self, assembly: Assembly) -> None:
        for kind in range(2):
            spots = [spot for spot in self.layout.bushes if spot.kind == kind]
            mesh = foliage.bush(stream(self.seed, "meadow", f"bush {kind}"), 0.052)
            color = self.season.crowns[kind]
            material = Material(finish=Finish.FOLIAGE, color=color, roughness=0.9)
            assembly.add(f"bush-{kind}", mesh, material, [_stand(spot) for spot in spots])

    def trees(self) -> list[Swaying]:
        """Near trees are finer; each kind is modelled twice at most."""
        groups: dict[tuple[int, bool], list[Spot]] = {}
        for spot in self.layout.trees:
            groups.setdefault((spot.kind, math.hypot(spot.x, spot.z) < 9.0), []).append(spot)
        result = []
        for (kind, near), spots in groups.items():
            rng = stream(self.seed, "meadow", f"tree {kind} {near}")
            cell = 0.13 if near else 0.19
            result.append(self._swaying(kind, f"tree-{kind}-{int(near)}", spots, rng, cell))
        rng = stream(self.seed, "meadow", "wood")
        wood = [
            Spot(
                x=float(side * rng.uniform(0.1, 1.0)),
                z=float(-rng.uniform(17, 42)),
                kind=int(rng.choice((0, 2), p=(0.7, 0.3))),
                size=float(rng.uniform(1.0, 1.6)),
                turn=float(rng.uniform(0, 6)),
            )
            for side in np.linspace(-44, 44, 46)
        ]
        for kind in (0, 2):
            spots = [spot for spot in wood if spot.kind == kind]
            rng = stream(self.seed, "meadow", f"wood {kind}")
            result.append(self._swaying(kind, f"wood-{kind}", spots, rng, 0.30))
        return result

    def _swaying(
        self,
        kind: int,
        name: str,
        spots: list[Spot],
        rng: np.random.Generator,
        cell: float,
    ) -> Swaying:
        tree = foliage.TREES[kind](rng, cell)
        color = np.array(self.season.crowns[kind])
        tints = np.stack([color * rng.uniform(0.85, 1.15) * _hue(rng) for _ in spots])
        near = cell < 0.16  # shadows of what is farther fall behind the house
        crown = Material(finish=Finish.FOLIAGE, roughness=0.9, casts_shadow=near)
        bark = Material(
            finish=Finish.WOOD, color=(0.14, 0.085, 0.05), roughness=0.95, casts_shadow=near
        )
        return Swaying(
            name=f"meadow.{name}",
            models={
                f"meadow.{name}.crown": Model(mesh=tree.crown, material=crown),
                f"meadow.{name}.trunk": Model(mesh=tree.trunk, material=bark),
            },
            roots=np.stack([_stand(spot) for spot in spots]),
            tints=tints.astype(np.float32),
        )


_ORIGIN = translation(0, 0, 0)
_PANES = Material(color=(0.10, 0.20, 0.27), roughness=0.08)


def _strewn(rng: np.random.Generator, count: int) -> tuple[Grid, Grid]:
    """Places (x, z): most in what a camera before the action sees, the rest all around it."""
    depth = 4.4 - 15.0 * rng.random(count) ** 1.5
    seen = (rng.random(count) - 0.5) * (1.8 + 1.3 * (4.4 - depth))
    radius, turn = 0.25 + 9.5 * rng.random(count) ** 0.8, rng.uniform(0, 2 * np.pi, count)
    around = rng.random(count) < 0.35
    x = np.where(around, radius * np.cos(turn), seen)
    z = np.where(around, radius * np.sin(turn), depth)
    return x, z


def _hue(rng: np.random.Generator) -> NDArray[np.float64]:
    return 1 + rng.uniform(-0.10, 0.10, 3)


def _stand(spot: Spot) -> Floats:
    place = translation(spot.x, floor(spot.x, spot.z) - 0.03, spot.z)
    return np.asarray(place @ rotation_y(spot.turn) @ scaling(spot.size), dtype=np.float32)


def _upright(x: Grid, z: Grid, sizes: Grid, turns: Grid) -> Floats:
    """Transforms (n, 4, 4) of things that stand on the ground."""
    matrices = np.zeros((len(x), 4, 4), dtype=np.float32)
    matrices[:, 0, 0] = matrices[:, 2, 2] = np.cos(turns) * sizes
    matrices[:, 0, 2] = np.sin(turns) * sizes
    matrices[:, 2, 0] = -np.sin(turns) * sizes
    matrices[:, 1, 1] = sizes
    matrices[:, :3, 3] = np.stack([x, heights(x, z) - 0.008, z], axis=1)
    matrices[:, 3, 3] = 1
    return matrices
