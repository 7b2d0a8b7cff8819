"""How fast clips are made here, beside the encoder and other renderers: `python -m tests.bench`.

Every measurement runs in a process of its own. Ratios are taken within one run on one machine, for
absolute figures depend on it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.peers import PEERS, Speed, install, measure

PROMPTS = {
    "marble": "A marble rolling fast on a chain reaction style track, continuous smooth shot.",
    "violin": "A woman playing violin outdoors.",
}
CASES = (("360p", "draft"), ("720p", "draft"), ("720p", "standard"))
TARGETS = {("360p", "draft"): 12.0, ("720p", "standard"): 2.5}  # frames per second on two cores
STAGES = ("plan", "build", "sound", "render", "encode", "total")
DEFAULT_TRIANGLES = 200_000  # for an engine that draws none


@dataclass(frozen=True, kw_only=True)
class Result:
    """A clip's facts, what encoding its frames alone took, and how fast the peers draw."""

    resolution: str
    quality: str
    facts: dict[str, float | str]
    encoding: dict[str, float]
    peers: dict[str, Speed]

    def number(self, name: str) -> float:
        return float(self.facts[name])

    @property
    def fps(self) -> float:
        """Frames per second of drawing and encoding together."""
        return self.number("frames") / (self.number("finish") - self.number("sound"))

    @property
    def drawn_per_second(self) -> float:
        return self.number("frames") / self.number("render")

    @property
    def drawing_cpu(self) -> float:
        """CPU seconds that drawing one frame took: other work on the machine does not count."""
        rest = self.number("sound_cpu") + self.encoding["cpu"]
        return (self.number("finish_cpu") - rest) / self.number("frames")


def child(module: str, *arguments: str) -> dict[str, float | str]:
    """What a measuring module printed."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    if done.returncode:
        sys.exit(f"{module} failed:\n{done.stderr}")
    facts: dict[str, float | str] = json.loads(done.stdout.strip().splitlines()[-1])
    return facts


def run(prompt: str, options: argparse.Namespace) -> list[Result]:
    """All cases of a prompt, the peers once for each size."""
    results: list[Result] = []
    drawn: dict[tuple[int, int], dict[str, Speed]] = {}
    for resolution, quality in CASES:
        case = {
            "prompt": prompt,
            "engine": options.engine,
            "resolution": resolution,
            "quality": quality,
            "seconds": options.seconds,
        }
        with tempfile.TemporaryDirectory() as folder:
            facts = child("clip", json.dumps(case), folder)
            alone = child("encoding", json.dumps(facts), folder)
        size = int(facts["width"]), int(facts["height"])
        if size not in drawn:
            triangles = int(facts["triangles"]) or DEFAULT_TRIANGLES
            drawn[size] = {
                peer.name: measure(
                    peer, triangles=triangles, size=size, seconds=options.peer_seconds
                )
                for peer in PEERS
            }
        result = Result(
            resolution=resolution,
            quality=quality,
            facts=facts,
            encoding={name: float(value) for name, value in alone.items()},
            peers=drawn[size],
        )
        results.append(result)
        report(result)
    return results


def report(result: Result) -> None:
    """One case as text."""
    seconds = result.number("frames") / 24
    stages = "  ".join(f"{stage} {result.number(stage):.2f}" for stage in STAGES)
    print(f"\n{result.resolution} {result.quality}: {result.number('frames'):.0f} frames")
    print(f"  seconds    {stages}")
    print(
        f"  speed      {result.fps:.1f} frames/s drawn and encoded,"
        f" {result.drawn_per_second:.1f} drawn,"
        f" {result.number('cpu') / seconds:.1f} CPU s per second of clip,"
        f" {result.number('memory'):.0f} MB at most"
    )
    print(f"  drawing    {1000 * result.drawing_cpu:.0f} ms of CPU a frame")
    print(f"  OpenGL     {result.facts['opengl']}, {result.number('triangles'):,.0f} triangles")
    alone = result.encoding["seconds"]
    print(
        f"  encoding   {result.number('frames') / alone:.1f} frames/s alone,"
        f" {alone / result.number('finish'):.2f} of the time this clip took to draw and encode"
    )
    for name, speed in result.peers.items():
        print(f"  {name:18s} {speed.missing or compared(result, speed)}")
    target = TARGETS.get((result.resolution, result.quality))
    if target:
        print(f"  target     {target} frames/s: {'met' if result.fps >= target else 'MISSED'}")
    sys.stdout.flush()


def compared(result: Result, speed: Speed) -> str:
    """How much faster than a peer frames are drawn, by the wall clock and by the CPU's."""
    wall = result.drawn_per_second / speed.fps
    cpu = speed.cpu_per_frame / max(result.drawing_cpu, 1e-6)
    return f"{speed.fps:.2f} frames/s; ours is {wall:.2f} x as fast, {cpu:.2f} x by CPU time"


def summary(results: dict[str, list[Result]]) -> dict[str, object]:
    """Everything as plain data."""
    return {
        prompt: [
            {
                "resolution": result.resolution,
                "quality": result.quality,
                "fps": result.fps,
                "drawing_cpu": result.drawing_cpu,
                **result.facts,
                "encoding": result.encoding,
                "peers": {name: vars(speed) for name, speed in result.peers.items()},
            }
            for result in cases
        ]
        for prompt, cases in results.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--engine", default="previs", help="previs or testcard")
    parser.add_argument("--prompt", action="append", choices=PROMPTS, help="default: all")
    parser.add_argument("--seconds", default="5", help="length of the clip")
    parser.add_argument("--peer-seconds", type=float, default=5.0, help="time for each peer")
    parser.add_argument("--peers", action="store_true", help="install VTK and Blender first")
    parser.add_argument("--json", type=Path, help="write everything there too")
    options = parser.parse_args()
    if options.peers:
        install()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {options.engine}")
    results: dict[str, list[Result]] = {}
    for name in options.prompt or PROMPTS:
        print(f"\n== {name}: {PROMPTS[name]}")
        results[name] = run(PROMPTS[name], options)
    if options.json:
        options.json.write_text(json.dumps(summary(results), indent=2))


if __name__ == "__main__":
    main()
