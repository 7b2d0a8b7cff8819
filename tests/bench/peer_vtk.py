"""VTK draws a scene: `peer_vtk.py TRIANGLES WIDTH HEIGHT SECONDS plain|full [PNG]`.

Runs in the bench's own environment. `full` adds shadows, ambient occlusion and tone mapping, which
is what the previs engine draws with. Each picture is read back, as a clip's must be. Prints JSON.
"""

import json
import math
import sys
import time

from vtkmodules import (
    vtkInteractionStyle,  # noqa: F401 - registers itself
    vtkRenderingOpenGL2,  # noqa: F401 - registers itself
)
from vtkmodules.vtkFiltersSources import vtkPlaneSource, vtkSphereSource
from vtkmodules.vtkIOImage import vtkPNGWriter
from vtkmodules.vtkRenderingCore import (
    vtkActor,
    vtkLight,
    vtkPolyDataMapper,
    vtkRenderer,
    vtkRenderWindow,
    vtkWindowToImageFilter,
)
from vtkmodules.vtkRenderingOpenGL2 import (
    vtkCameraPass,
    vtkRenderPassCollection,
    vtkSequencePass,
    vtkShadowMapBakerPass,
    vtkShadowMapPass,
    vtkSSAOPass,
    vtkToneMappingPass,
)

BODIES = 40
WARM_UP = 3


def scene(triangles: int) -> vtkRenderer:
    """Balls on a plane under a sun, of about `triangles` in all."""
    renderer = vtkRenderer()
    renderer.SetBackground(0.55, 0.7, 0.9)
    side = max(4, round(math.sqrt(triangles / BODIES / 2)))
    for index in range(BODIES):
        ball = vtkSphereSource(radius=0.45, theta_resolution=side, phi_resolution=side)
        ball.SetCenter(index % 8 - 3.5, 0.45, index // 8 - 2.0)
        renderer.AddActor(_actor(ball, ((index * 37 % 100) / 100, 0.5, 0.4)))
    plane = vtkPlaneSource()
    plane.SetOrigin(-20, 0, 20)
    plane.SetPoint1(20, 0, 20)
    plane.SetPoint2(-20, 0, -20)
    renderer.AddActor(_actor(plane, (0.4, 0.5, 0.3)))
    sun = vtkLight()
    sun.SetPositional(True)
    sun.SetConeAngle(40)
    sun.SetPosition(-6, 9, 7)
    sun.SetFocalPoint(0, 0, 0)
    renderer.AddLight(sun)
    return renderer


def _actor(source: object, color: tuple[float, float, float]) -> vtkActor:
    mapper = vtkPolyDataMapper()
    # VTK has no type of its own for "whatever has an output port".
    mapper.SetInputConnection(source.GetOutputPort())  # type: ignore[attr-defined]
    actor = vtkActor()
    actor.SetMapper(mapper)
    actor.GetProperty().SetColor(*color)
    actor.GetProperty().SetInterpolationToPBR()
    actor.GetProperty().SetRoughness(0.5)
    return actor


def add_passes(renderer: vtkRenderer) -> None:
    """Shadow maps, ambient occlusion and tone mapping."""
    shadows, baker = vtkShadowMapPass(), vtkShadowMapBakerPass()
    baker.SetResolution(1024)
    shadows.SetShadowMapBakerPass(baker)
    passes = vtkRenderPassCollection()
    passes.AddItem(baker)
    passes.AddItem(shadows)
    sequence = vtkSequencePass()
    sequence.SetPasses(passes)
    camera = vtkCameraPass()
    camera.SetDelegatePass(sequence)
    occlusion = vtkSSAOPass()
    occlusion.SetRadius(0.4)
    occlusion.SetKernelSize(32)
    occlusion.BlurOn()
    occlusion.SetDelegatePass(camera)
    tone = vtkToneMappingPass()
    tone.SetDelegatePass(occlusion)
    renderer.SetPass(tone)


def main(triangles: int, width: int, height: int, seconds: float, full: bool) -> None:
    renderer = scene(triangles)
    if full:
        add_passes(renderer)
    window = vtkRenderWindow()
    window.SetOffScreenRendering(True)
    window.SetMultiSamples(0)
    window.SetSize(width, height)
    window.AddRenderer(renderer)
    camera = renderer.GetActiveCamera()
    begun, cpu, frames = 0.0, 0.0, -WARM_UP
    while frames < 1 or time.perf_counter() - begun < seconds:
        if frames == 0:
            begun, cpu = time.perf_counter(), time.process_time()
        angle = 0.02 * frames
        camera.SetPosition(9 * math.sin(angle), 3.5, 9 * math.cos(angle))
        camera.SetFocalPoint(0, 0.4, 0)
        renderer.ResetCameraClippingRange()
        window.Render()
        picture = vtkWindowToImageFilter()
        picture.SetInput(window)
        picture.ReadFrontBufferOff()
        picture.Update()
        frames += 1
    facts = {
        "fps": frames / (time.perf_counter() - begun),
        "cpu_per_frame": (time.process_time() - cpu) / frames,
        "frames": frames,
        "window": window.GetClassName(),
    }
    if len(sys.argv) > 6:
        _save(picture, sys.argv[6])
    print(json.dumps(facts))


def _save(picture: vtkWindowToImageFilter, path: str) -> None:
    writer = vtkPNGWriter()
    writer.SetFileName(path)
    writer.SetInputConnection(picture.GetOutputPort())
    writer.Write()


if __name__ == "__main__":
    main(
        int(sys.argv[1]),
        int(sys.argv[2]),
        int(sys.argv[3]),
        float(sys.argv[4]),
        sys.argv[5:6] == ["full"],
    )
