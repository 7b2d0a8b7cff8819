"""See to it that there is an OpenGL (EGL): a GPU's, or Mesa's software OpenGL."""

import os
import shutil
import subprocess
import sys

PACKAGES = ("libegl1", "libgl1", "libgl1-mesa-dri")
# In a process of its own: a library that was missing when Python started stays missing.
PROBE = """
import skia
from omnireel.engines.previs.render.context import create_context, renderer_name
print(renderer_name(create_context()))
"""
COMMAND = "from omnireel.engines.previs.render.context import install_command as f; print(f())"


def main() -> int:
    """Say which OpenGL draws; where there is none install it if we may, else say how. 0 or 1."""
    found = _probe()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write(f"No OpenGL (EGL) here; installing {', '.join(PACKAGES)}.\n")
        _install()
        found = _probe()
    if found is None:
        command = _python(COMMAND).stdout.strip()
        sys.stderr.write(f"No OpenGL (EGL) was found, which drawing needs; run: {command}\n")
        return 1
    sys.stdout.write(f"OpenGL: {found}\n")
    return 0


def _probe() -> str | None:
    done = _python(PROBE)
    return done.stdout.strip() if done.returncode == 0 else None


def _install() -> None:
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run(["apt-get", "-qq", *arguments], env=quiet, check=False)


def _python(code: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
