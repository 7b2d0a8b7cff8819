"""One clip, measured in a process of its own: `python -m tests.bench.clip CASE.json`.

Goes from the prompt to the finished file as a worker does, keeps the raw frames and samples for
the encoder to be measured alone, and prints JSON.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from omnireel.director.plan import plan
from omnireel.domain.media import Asset, Clip
from omnireel.domain.storyboard import Storyboard
from omnireel.domain.turn import Quality, Resolution, Take, Turn
from omnireel.engines.previs.engine import produce
from omnireel.engines.previs.render.context import create_context, renderer_name
from omnireel.engines.protocol import load
from omnireel.media.finish import finish


@dataclass(frozen=True, kw_only=True)
class Lent:
    """A context for an engine that nobody waits for."""

    scratch: Path
    previous: Take | None = None

    def open(self, asset: Asset) -> Path:
        raise FileNotFoundError(asset.sha256)

    def once(self, key: str, make: Callable[[Path], None]) -> Path:
        path = self.scratch / key
        if not path.exists():
            make(path)
        return path

    def progress(self, done: float, stage: str) -> None:
        """Nobody listens."""


@dataclass(kw_only=True)
class Watch:
    """Seconds by stage: of the wall, or of all cores together where the name ends in `_cpu`."""

    spent: dict[str, float] = field(default_factory=dict)

    def time(self, stage: str, since: float) -> None:
        self.spent[stage] = self.spent.get(stage, 0.0) + time.perf_counter() - since

    def over(self, clip: Clip, raw: Path, sound: Path) -> Clip:
        """The clip, with the time that its frames and samples take noted, and both kept."""

        def frames() -> Iterator[memoryview]:
            source = clip.frames()
            with raw.open("wb") as file:
                while True:
                    begun = time.perf_counter()
                    picture = next(source, None)
                    self.time("render", begun)
                    if picture is None:
                        return
                    file.write(picture)
                    yield picture

        def samples() -> memoryview:
            begun, cpu = time.perf_counter(), time.process_time()
            made = clip.samples()
            self.time("sound", begun)
            self.spent["sound_cpu"] = time.process_time() - cpu
            np.save(sound, np.asarray(made))
            return made

        return replace(clip, frames=frames, samples=samples)


def triangles_of(board: Storyboard) -> int:
    """Triangles that the previs engine draws in the middle of the clip."""
    production = produce(board)
    staged, t = production.locate(board.output.frame_count // 2)
    models = staged.scene.models
    return sum(
        len(models[placement.model].mesh.faces) * len(placement.transforms)
        for placement in staged.scene.at(t).placements
    )


def opengl() -> str:
    """Which OpenGL the previs engine draws with."""
    return renderer_name(create_context())


def main(case: dict[str, str], folder: Path) -> None:
    watch = Watch()
    begun, cpu = time.perf_counter(), time.process_time()
    turn = Turn(
        prompt=case["prompt"],
        model=case["engine"],
        resolution=Resolution(case["resolution"]),
        quality=Quality(case["quality"]),
        duration=Fraction(case["seconds"]),
    )
    board = plan(turn, seed=1, previous=None).storyboard
    watch.time("plan", begun)
    building = time.perf_counter()
    clip = load(case["engine"]).render(board, Lent(scratch=folder))
    watch.time("build", building)
    finishing, finishing_cpu = time.perf_counter(), time.process_time()
    watched = watch.over(clip, folder / "frames.raw", folder / "samples.npy")
    finish(watched, folder / "clip.mp4")
    watch.time("finish", finishing)
    watch.spent["finish_cpu"] = time.process_time() - finishing_cpu
    previs = case["engine"] == "previs"
    facts = {
        **watch.spent,
        "encode": watch.spent["finish"] - watch.spent["render"] - watch.spent["sound"],
        "total": time.perf_counter() - begun,
        "cpu": time.process_time() - cpu,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "frames": clip.output.frame_count,
        "width": clip.output.width,
        "height": clip.output.height,
        "pixel_format": clip.pixel_format.value,
        "triangles": triangles_of(board) if previs else 0,
        "opengl": opengl() if previs else "none",
    }
    print(json.dumps(facts))


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), Path(sys.argv[2]))
