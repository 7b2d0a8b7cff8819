"""Blender's Workbench draws a scene: `peer_blender.py TRIANGLES WIDTH HEIGHT SECONDS [PNG]`.

Runs in the bench's own environment with `bpy`. Shadows and cavity shading are on, samples are few.
Prints JSON.
"""

import contextlib
import json
import math
import os
import sys
import time
from collections.abc import Iterator

import bpy

BODIES = 40
WARM_UP = 1


def build(triangles: int) -> None:
    """Balls on a plane under a sun, of about `triangles` in all."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    side = max(4, round(math.sqrt(triangles / BODIES / 2)))
    bpy.ops.mesh.primitive_uv_sphere_add(segments=side, ring_count=side, radius=0.45)
    ball = bpy.context.object
    for index in range(BODIES):
        other = bpy.data.objects.new(f"ball{index}", ball.data.copy())
        other.location = (index % 8 - 3.5, index // 8 - 2.0, 0.45)
        other.color = ((index * 37 % 100) / 100, 0.5, 0.4, 1.0)
        bpy.context.collection.objects.link(other)
    bpy.data.objects.remove(ball)
    bpy.ops.mesh.primitive_plane_add(size=40)
    bpy.context.scene.camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    bpy.context.collection.objects.link(bpy.context.scene.camera)


def set_up(width: int, height: int) -> None:
    """Workbench with shadows and cavity, one sample a pixel."""
    scene = bpy.context.scene
    scene.render.engine = "BLENDER_WORKBENCH"
    scene.render.resolution_x, scene.render.resolution_y = width, height
    scene.render.resolution_percentage = 100
    shading = scene.display.shading
    shading.light, shading.color_type = "STUDIO", "OBJECT"
    shading.show_shadows, shading.show_cavity = True, True
    scene.display.render_aa = "FXAA"


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Blender's own chatter goes nowhere."""
    kept = os.dup(1)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        try:
            yield
        finally:
            os.dup2(kept, 1)
            os.close(kept)


def main(triangles: int, width: int, height: int, seconds: float) -> None:
    begun, cpu, frames = 0.0, 0.0, -WARM_UP
    with quiet():
        build(triangles)
        set_up(width, height)
        camera = bpy.context.scene.camera
        while frames < 1 or time.perf_counter() - begun < seconds:
            if frames == 0:
                begun, cpu = time.perf_counter(), time.process_time()
            angle = 0.02 * frames
            camera.location = (9 * math.sin(angle), -9 * math.cos(angle), 3.5)
            camera.rotation_euler = (math.radians(71), 0, angle)
            bpy.ops.render.render()
            frames += 1
        facts = {
            "fps": frames / (time.perf_counter() - begun),
            "cpu_per_frame": (time.process_time() - cpu) / frames,
            "frames": frames,
        }
        if len(sys.argv) > 5:
            bpy.data.images["Render Result"].save_render(sys.argv[5])
    print(json.dumps(facts))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
