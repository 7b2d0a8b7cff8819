"""A world run through MuJoCo: fixed steps, one thread, the same arrays for the same input."""

import mujoco
import numpy as np

from omnireel.engines.previs.physics.contacts import Contacts
from omnireel.engines.previs.physics.model import compile_world, launch
from omnireel.engines.previs.physics.recording import Recording
from omnireel.engines.previs.physics.world import World


def simulate(world: World, duration: float) -> Recording:
    """Runs the world for `duration` seconds and records every `record_every`-th step.

    Raises ValueError when the world contradicts itself (a name twice, an unknown rail).
    """
    model, guides = compile_world(world)
    data = mujoco.MjData(model)
    launch(world, model, data)
    steps = int(np.ceil(duration / world.step))
    taken = np.arange(0, steps + 1, world.record_every)
    bodies = np.array([model.body(body.name).id for body in world.bodies])
    positions = np.empty((len(taken), len(bodies), 3))
    rotations = np.empty((len(taken), len(bodies), 4))
    contacts = Contacts(world, model)
    for count in range(steps + 1):
        if count % world.record_every == 0:
            mujoco.mj_kinematics(model, data)
            positions[count // world.record_every] = data.xpos[bodies]
            rotations[count // world.record_every] = data.xquat[bodies]
        for guide in guides:
            guide.move(data)
        mujoco.mj_step(model, data)
        contacts.note(data)
    return Recording(
        names={body.name: index for index, body in enumerate(world.bodies)},
        times=np.asarray(taken * world.step, dtype=np.float64),
        positions=positions,
        rotations=rotations,
        hits=tuple(contacts.hits),
        touches=contacts.finish(),
    )
