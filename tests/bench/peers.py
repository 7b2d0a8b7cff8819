"""The peers: their environment, and how fast each draws a scene of as many triangles."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv-bench"
PACKAGES = ("vtk", "bpy==5.0.1" if sys.version_info < (3, 12) else "bpy")
TIMEOUT = 180  # seconds for one peer at one size


@dataclass(frozen=True, kw_only=True)
class Peer:
    """What draws: its name in the report, its script and what else it is told."""

    name: str
    script: str
    options: tuple[str, ...] = ()


PEERS = (
    Peer(name="VTK plain", script="peer_vtk.py", options=("plain",)),
    Peer(name="VTK shadows+SSAO", script="peer_vtk.py", options=("full",)),
    Peer(name="Blender Workbench", script="peer_blender.py"),
)


@dataclass(frozen=True, kw_only=True)
class Speed:
    """Frames per second and CPU seconds per frame; or why there are none."""

    fps: float = 0.0
    cpu_per_frame: float = 0.0
    missing: str = ""


def install() -> None:
    """Make the peers' environment; what cannot be had is told and left out."""
    if not (VENV / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    for package in PACKAGES:
        done = subprocess.run(
            [VENV / "bin" / "python", "-m", "pip", "install", "--quiet", package],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            print(f"{package} cannot be had here: {last}", flush=True)


def measure(peer: Peer, *, triangles: int, size: tuple[int, int], seconds: float) -> Speed:
    """How fast the peer draws so many triangles at this size, for about `seconds`."""
    python = VENV / "bin" / "python"
    if not python.exists():
        return Speed(missing="not installed (run with --peers)")
    script = Path(__file__).with_name(peer.script)
    numbers = (triangles, *size, seconds)
    try:
        done = subprocess.run(
            [python, script, *map(str, numbers), *peer.options],
            check=False,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        return Speed(missing=f"drew nothing within {TIMEOUT} s")
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        return Speed(missing=(done.stderr.strip().splitlines() or ["failed"])[-1][:80])
    facts = json.loads(lines[-1])
    return Speed(fps=facts["fps"], cpu_per_frame=facts["cpu_per_frame"])
