"""What is in the way goes, and nothing else."""

import numpy as np

from omnireel.domain.storyboard import Kind
from omnireel.engines.previs.framing import Subject
from omnireel.engines.previs.scene import CameraPose, Material
from omnireel.engines.previs.sets.assembly import Assembly
from omnireel.engines.previs.shapes.primitives import box, plane
from omnireel.engines.previs.shapes.transform import translation
from omnireel.engines.previs.staging.clearing import cleared, sights


def test_posts_in_the_line_of_sight_or_under_a_member_are_taken_away() -> None:
    assembly = Assembly("set")
    spots = [(0.0, 3.0), (0.0, 0.0), (2.5, 3.0), (0.0, -4.0)]
    assembly.add(
        "post",
        box(0.1, 1.5, 0.1, 0.01),
        Material(),
        [translation(x, 1.5, z) for x, z in spots],
    )
    assembly.add("ground", plane(80.0, 80.0), Material(), [translation(0, 0, 0)])
    horse = Subject(
        member="horse-1", kind=Kind.ANIMAL, size=(1.0, 1.6, 0.5), point=lambda _: (0.0, 0.0, 0.0)
    )
    pose = CameraPose(eye=(0.0, 1.0, 6.0), target=(0.0, 0.8, 0.0))
    views = sights(lambda _: pose, [horse], 0.0, 4.0)
    post, ground = cleared(assembly.element(), views).place(0.0)
    left = {(float(x), float(z)) for x, _, z in post.transforms[:, :3, 3]}
    assert left == {(2.5, 3.0), (0.0, -4.0)}
    assert len(ground.transforms) == 1
    again = cleared(assembly.element(), views)
    assert again.place(0.0)[0].transforms is again.place(1.0)[0].transforms
    assert np.isfinite(post.transforms).all()
