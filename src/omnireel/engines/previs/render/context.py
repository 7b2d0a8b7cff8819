"""An OpenGL context without a window, on a GPU or on Mesa's software OpenGL."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

import moderngl

from omnireel.domain.failures import MissingSystemPartError

INSTALL_COMMANDS = {
    "debian": "sudo apt-get install -y libegl1 libgl1 libgl1-mesa-dri",
    "ubuntu": "sudo apt-get install -y libegl1 libgl1 libgl1-mesa-dri",
    "fedora": "sudo dnf install -y mesa-libEGL mesa-dri-drivers",
    "rhel": "sudo dnf install -y mesa-libEGL mesa-dri-drivers",
    "arch": "sudo pacman -S --noconfirm mesa",
    "alpine": "sudo apk add mesa-egl mesa-gl mesa-dri-gallium",
    "suse": "sudo zypper install -y Mesa-libEGL1 Mesa-dri",
}
OS_RELEASE = Path("/etc/os-release")
Params = ParamSpec("Params")
Result = TypeVar("Result")


class HasContext(Protocol):
    """What owns an OpenGL context."""

    context: moderngl.Context


Owner = TypeVar("Owner", bound=HasContext)


def create_context() -> moderngl.Context:
    """A standalone OpenGL 3.3 context on EGL; MissingSystemPartError where there is none."""
    try:
        # moderngl's stub says dict, its documentation and code say str.
        return moderngl.create_context(standalone=True, backend="egl", require=330)  # type: ignore[arg-type]
    except Exception as error:  # moderngl's own for a missing library
        raise MissingSystemPartError(
            f"No OpenGL (EGL) was found, which drawing needs; install it with: {install_command()}"
        ) from error


def in_context(
    method: Callable[Concatenate[Owner, Params], Result],
) -> Callable[Concatenate[Owner, Params], Result]:
    """Makes a method work in its object's OpenGL context, whichever was current before.

    Without this, drawing would go to the context that was made last, of several renderers.
    """

    @wraps(method)
    def within(self: Owner, /, *args: Params.args, **kwargs: Params.kwargs) -> Result:
        with self.context:
            return method(self, *args, **kwargs)

    return within


def renderer_name(context: moderngl.Context) -> str:
    """Which OpenGL draws, in its own words, such as 'llvmpipe (LLVM 15.0.6, 256 bits)'."""
    return str(context.info["GL_RENDERER"])


def install_command(os_release: Path = OS_RELEASE) -> str:
    """The command that installs software OpenGL on the system this runs on."""
    for name in _system_names(os_release):
        for known, command in INSTALL_COMMANDS.items():
            if name.startswith(known) or (known == "suse" and "suse" in name):
                return command
    return INSTALL_COMMANDS["debian"] + " (Debian's names; other systems call it Mesa EGL)"


def _system_names(os_release: Path) -> list[str]:
    """The distribution's id and those it is like, most specific first (os-release(5))."""
    if not os_release.is_file():
        return []
    values = dict(line.split("=", 1) for line in os_release.read_text().splitlines() if "=" in line)
    return (values.get("ID", "") + " " + values.get("ID_LIKE", "")).replace('"', "").split()
