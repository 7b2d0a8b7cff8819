"""A person: a spec becomes skinned models, a painted face and a skeleton."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from omnireel.engines.previs.people import anatomy, face, hair, headwear, weights
from omnireel.engines.previs.people.clothes import pieces
from omnireel.engines.previs.people.face import Expression
from omnireel.engines.previs.people.piece import Piece
from omnireel.engines.previs.people.skeleton import SIDES, Skeleton, build_skeleton
from omnireel.engines.previs.people.spec import PersonSpec
from omnireel.engines.previs.people.weights import Weights
from omnireel.engines.previs.scene import (
    Finish,
    Floats,
    Material,
    Mesh,
    Model,
    Pixels,
    Placement,
    Vec3,
)
from omnireel.engines.previs.shapes.mesh import build as build_mesh
from omnireel.engines.previs.shapes.mesh import merged, tinted, transformed
from omnireel.engines.previs.shapes.solid import Distance, surface_nets
from omnireel.engines.previs.shapes.transform import scaling, translation

Part = tuple[Mesh, Weights]

_CREASE = 0.04  # metres from cloth to cloth that shade each other


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Person:
    """A built person: models named `prefix.skin`, `.clothes`, `.hair`, `.shoes`, its skeleton and
    the face's painter (texture `prefix.face`)."""

    prefix: str
    spec: PersonSpec
    skeleton: Skeleton
    models: Mapping[str, Model]
    paint_face: Callable[[Expression], Pixels]

    @property
    def face_texture(self) -> str:
        """The name under which the face is painted."""
        return f"{self.prefix}.face"

    @property
    def textures(self) -> Mapping[str, Pixels]:
        """The face at rest."""
        return {self.face_texture: self.paint_face(Expression())}

    def place(self, transforms: Floats, bones: Floats, member: str) -> list[Placement]:
        """The person at one moment: transforms (k, 4, 4) and bones (b, 4, 4)."""
        return [
            Placement(model=name, transforms=transforms, bones=bones, member=member)
            for name in self.models
        ]


def build(spec: PersonSpec, *, prefix: str) -> Person:
    """Models a person by its spec."""
    skeleton = build_skeleton(spec.figure)
    outfit = pieces(spec, skeleton)
    skin = _skin_parts(spec, skeleton, [piece for piece in outfit if piece.covers])
    cloth = [_meshed_piece(piece, skeleton) for piece in outfit if not piece.shiny]
    shoes = [_meshed_piece(piece, skeleton) for piece in outfit if piece.shiny]
    models = {
        f"{prefix}.skin": _model(
            skin,
            Material(finish=Finish.SKIN, roughness=0.52, texture=f"{prefix}.face"),
        ),
        f"{prefix}.clothes": _model(cloth, Material(finish=Finish.FABRIC, roughness=0.85)),
        f"{prefix}.shoes": _model(shoes, Material(roughness=0.35)),
    }
    top = [*_hair_parts(spec, skeleton), *_headwear_parts(spec, skeleton)]
    if top:
        models[f"{prefix}.hair"] = _model(top, Material(roughness=0.42))
    return Person(
        prefix=prefix,
        spec=spec,
        skeleton=skeleton,
        models=models,
        paint_face=face.painter(spec),
    )


def _model(parts: Iterable[Part], material: Material) -> Model:
    meshes, influences = zip(*parts, strict=True)
    return Model(
        mesh=merged(meshes), material=material, skin=weights.skin(np.concatenate(influences))
    )


def _meshed_piece(piece: Piece, skeleton: Skeleton) -> Part:
    mesh = surface_nets(piece.distance, piece.low, piece.high, piece.cell)
    mesh = tinted(mesh, piece.color)
    turn = np.arctan2(mesh.positions[:, 0], mesh.positions[:, 2])
    uvs = np.stack([turn * 0.16, mesh.positions[:, 1]], axis=1).astype(np.float32)
    mesh = replace(mesh, uvs=uvs, colors=_with_openness(mesh, piece, skeleton))
    return mesh, piece.weigh(mesh.positions)


def _with_openness(mesh: Mesh, piece: Piece, skeleton: Skeleton) -> Floats:
    """Darker in folds, under the arms, between the legs and inside of hems."""
    colors = mesh.colors.copy()
    down = np.clip(-mesh.normals[:, 1], 0, 1)
    inward = np.clip(-np.sign(mesh.positions[:, 0]) * mesh.normals[:, 0], 0, 1)
    low = mesh.positions[:, 1] < skeleton.joints["pelvis"][1]
    # How soon cloth is met again along the normal: at once in a crease, never on a ridge.
    ahead = piece.distance(mesh.positions + mesh.normals * np.float32(_CREASE)) / _CREASE
    folded = np.clip(ahead / 0.8, 0.2, 1)
    colors[:, 3] = (1 - 0.45 * down - 0.30 * inward * low) * (0.45 + 0.55 * folded)
    colors[:, :3] *= (0.72 + 0.28 * folded)[:, None]
    return colors


def _skin_parts(spec: PersonSpec, skeleton: Skeleton, covers: list[Piece]) -> list[Part]:
    """Head, arms, hands and legs, without what clothes hide."""
    boxes = anatomy.bounds(skeleton)
    parts = [_face_part(spec, skeleton, boxes["head"])]
    for side in SIDES:
        for name, cell in (("arm", 0.016), ("leg", 0.024), ("hand", 0.0068 * skeleton.hand_scale)):
            mesh = surface_nets(_limb(skeleton, side, name), *boxes[f"{side}_{name}"], cell)
            mesh = _trimmed(mesh, skeleton, side, name)
            mesh = _uncovered(mesh, covers)
            if not len(mesh.faces):
                continue
            weigh = {"arm": weights.arm, "leg": weights.leg, "hand": weights.hand}[name]
            mesh = replace(mesh, uvs=np.full_like(mesh.uvs, -1))
            parts.append((tinted(mesh, spec.skin), weigh(mesh.positions, skeleton, side)))
    return parts


def _limb(skeleton: Skeleton, side: str, name: str) -> Distance:
    shape = {"arm": anatomy.hand, "leg": anatomy.leg, "hand": anatomy.hand}[name]
    return lambda points: shape(points, skeleton, side)


def _trimmed(mesh: Mesh, skeleton: Skeleton, side: str, name: str) -> Mesh:
    """The arm ends a little past the wrist, where the finer mesh of the hand has begun."""
    if name == "leg":
        return mesh
    frame = skeleton.rest[f"{side}_hand"]
    along = (mesh.positions - frame[:3, 3]) @ frame[:3, 1]
    wanted = along < 0.004 if name == "arm" else along > -0.022
    return _kept(mesh, wanted)


def _uncovered(mesh: Mesh, covers: list[Piece]) -> Mesh:
    """The faces that do not lie well inside a piece of clothing."""
    hidden = np.zeros(len(mesh.positions), dtype=bool)
    for piece in covers:
        within = ((mesh.positions > piece.low) & (mesh.positions < piece.high)).all(axis=1)
        where = np.flatnonzero(within)
        if len(where):
            hidden[where] |= piece.distance(mesh.positions[where]) < -0.007
    return _kept(mesh, ~hidden)


def _kept(mesh: Mesh, wanted: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> Mesh:
    """The faces with a wanted vertex, and the vertices they use."""
    faces = mesh.faces[wanted[mesh.faces].any(axis=1)]
    used, index = np.unique(faces, return_inverse=True)
    return build_mesh(
        mesh.positions[used],
        index.reshape(-1, 3),
        normals=mesh.normals[used],
        colors=mesh.colors[used],
        uvs=mesh.uvs[used],
    )


def _face_part(spec: PersonSpec, skeleton: Skeleton, box: tuple[Floats, Floats]) -> Part:
    """The head; its front faces have vertices of their own with face coordinates."""
    mesh = surface_nets(
        lambda points: anatomy.head(points, skeleton), *box, 0.0120 * skeleton.head_scale
    )
    local = anatomy.head_space(mesh.positions, skeleton)
    front = (local[:, 2] > 0.02) & (mesh.normals[:, 2] > 0.05) & (np.abs(local[:, 1]) < 0.16)
    on_face = front[mesh.faces].all(axis=1)
    painted = build_mesh(
        mesh.positions,
        mesh.faces[on_face],
        normals=mesh.normals,
        uvs=face.texture_coordinates(local),
    )
    plain = build_mesh(
        mesh.positions,
        mesh.faces[~on_face],
        normals=mesh.normals,
        uvs=np.full_like(mesh.uvs, -1),
    )
    everything = np.ones(len(mesh.positions), dtype=bool)
    whole = merged([_kept(painted, everything), _kept(plain, everything)])
    return tinted(whole, spec.skin), weights.trunk(whole.positions, skeleton)


def _hair_parts(spec: PersonSpec, skeleton: Skeleton) -> Iterable[Part]:
    style = spec.hair_style
    covered = spec.garment("hat", "cap", "beanie") is not None
    if style == "bun" and covered:
        style = "bob"
    front = "fringe" if spec.female else "" if spec.age == "old" else "quiff"
    if style != "bald":
        mesh = surface_nets(
            lambda points: hair.distance(points, skeleton, style, front=front, covered=covered),
            *hair.bounds(skeleton, style),
            0.0150 * skeleton.head_scale,
        )
        swings = style in ("long", "ponytail")
        weigh = weights.hanging if swings else _on_head
        yield _tinted_hair(mesh, spec.hair_color), weigh(mesh.positions, skeleton)
    if spec.beard:
        mesh = surface_nets(
            lambda points: hair.beard(points, skeleton),
            *hair.bounds(skeleton, "long"),
            0.0105 * skeleton.head_scale,
        )
        yield _tinted_hair(mesh, spec.hair_color), _on_head(mesh.positions, skeleton)


def _tinted_hair(mesh: Mesh, color: Vec3) -> Mesh:
    """Lighter towards the crown's front, as if bleached by the sun; darker below."""
    shade = 0.85 + 0.35 * np.clip(mesh.normals[:, 1] + 0.3 * mesh.normals[:, 2], 0, 1)
    return tinted(mesh, shade[:, None] * np.asarray(color, dtype=np.float32))


def _on_head(points: Floats, skeleton: Skeleton) -> Weights:
    return weights.rigid(points, skeleton, "head")


def _headwear_parts(spec: PersonSpec, skeleton: Skeleton) -> Iterable[Part]:
    center = skeleton.head_center
    place = translation(*map(float, center)) @ scaling(skeleton.head_scale)
    for mesh in headwear.meshes(spec):
        worn = transformed(mesh, place)
        yield worn, _on_head(worn.positions, skeleton)
