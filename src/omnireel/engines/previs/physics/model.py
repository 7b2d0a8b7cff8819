"""A world in MuJoCo's words."""

from typing import Any

import mujoco
import numpy as np

from omnireel.engines.previs.physics.contact import contact
from omnireel.engines.previs.physics.guides import Guide, guides_for
from omnireel.engines.previs.physics.world import (
    Body,
    Box,
    Capsule,
    Cylinder,
    Floor,
    Geom,
    Hull,
    Sphere,
    World,
)

_Z_TO_Y = np.array([np.sqrt(0.5), -np.sqrt(0.5), 0.0, 0.0])  # MuJoCo's long axis is z, ours is y


def compile_world(world: World) -> tuple[Any, list[Guide]]:
    """The MuJoCo model of a world, and the guides that stand for its rails.

    Raises ValueError when the world contradicts itself.
    """
    names = [body.name for body in world.bodies] + [rail.name for rail in world.rails]
    if len(names) != len(set(names)):
        raise ValueError("two parts of a world have the same name")
    spec = mujoco.MjSpec()
    spec.compiler.degree = False
    spec.option.timestep = world.step
    spec.option.gravity = [0.0, -world.gravity, 0.0]
    spec.option.cone = mujoco.mjtCone.mjCONE_ELLIPTIC
    spec.option.impratio = 5.0
    spec.option.enableflags |= int(mujoco.mjtEnableBit.mjENBL_SLEEP)
    for number, geom in enumerate(world.ground):
        _add_geom(spec, spec.worldbody, geom, world.step).name = f"/{number}"
    for body in world.bodies:
        _add_body(spec, body, world.step)
    guides = guides_for(world, spec)
    model = spec.compile()
    for guide in guides:
        guide.bind(model)
    for body in world.bodies:
        _slow(model, body)
    return model, guides


def launch(world: World, model: Any, data: Any) -> None:
    """Gives the free bodies their first velocities."""
    turned = np.empty(3)
    for body in world.bodies:
        if body.hinge is None:
            start = int(model.body(body.name).dofadr[0])
            data.qvel[start : start + 3] = body.velocity
            back = np.array([body.rotation[0], *(-np.array(body.rotation[1:]))])
            mujoco.mju_rotVecQuat(turned, np.array(body.spin), back)
            data.qvel[start + 3 : start + 6] = turned


def _add_body(spec: Any, body: Body, step: float) -> None:
    made = spec.worldbody.add_body(name=body.name, pos=body.position, quat=body.rotation)
    if body.asleep:
        made.sleep = mujoco.mjtSleepPolicy.mjSLEEP_INIT
    for number, geom in enumerate(body.geoms):
        _add_geom(spec, made, geom, step).name = f"{body.name}/{number}"
    hinge = body.hinge
    if hinge is None:
        made.add_freejoint()
        return
    joint = made.add_joint(
        type=mujoco.mjtJoint.mjJNT_HINGE, axis=hinge.axis, pos=hinge.anchor, springref=hinge.rest
    )
    joint.stiffness = [hinge.stiffness, 0.0, 0.0]
    joint.damping = [hinge.damping, 0.0, 0.0]
    if hinge.range is not None:
        joint.limited = mujoco.mjtLimited.mjLIMITED_TRUE
        joint.range = hinge.range


def _add_geom(spec: Any, body: Any, geom: Geom, step: float) -> Any:
    """Adds a geom to a body of the spec, turned so that y is its axis."""
    made = body.add_geom(pos=geom.position, quat=geom.rotation)
    kinds = mujoco.mjtGeom
    match geom.shape:
        case Sphere(radius=radius):
            made.type, made.size = kinds.mjGEOM_SPHERE, [radius, 0.0, 0.0]
        case Box(half=half):
            made.type, made.size = kinds.mjGEOM_BOX, list(half)
        case Cylinder(radius=radius, half_height=half_height):
            made.type, made.size = kinds.mjGEOM_CYLINDER, [radius, half_height, 0.0]
        case Capsule(radius=radius, half_height=half_height):
            made.type, made.size = kinds.mjGEOM_CAPSULE, [radius, half_height, 0.0]
        case Floor():
            made.type, made.size = kinds.mjGEOM_PLANE, [0.0, 0.0, 1.0]
        case Hull(points=points):
            mesh = spec.add_mesh(name=f"hull{len(spec.meshes)}")
            mesh.uservert = points.ravel()
            made.type, made.meshname = kinds.mjGEOM_MESH, mesh.name
    if isinstance(geom.shape, Cylinder | Capsule | Floor):
        turned = np.empty(4)
        mujoco.mju_mulQuat(turned, np.array(geom.rotation), _Z_TO_Y)
        made.quat = turned
    made.density = geom.surface.density
    made.friction = [geom.surface.friction, 0.0, 0.0]
    made.condim = 3
    made.solref, made.solimp = contact(step, geom.surface.restitution)
    return made


def _slow(model: Any, body: Body) -> None:
    """Gives a free body its drag."""
    if body.hinge is not None or body.drag == 0.0:
        return
    view = model.body(body.name)
    start = int(view.dofadr[0])
    model.dof_damping[start : start + 3] = body.drag * view.mass[0]
    model.dof_damping[start + 3 : start + 6] = body.drag * view.inertia
