"""doctor: what is here, and the exact command for what is not."""

import json
from typing import Any

import pytest

CHECKS = ["python", "codecs", "art", "fonts", "disk", "database", "opengl", "test card"]
MACHINE = ("python", "codecs", "disk", "database", "test card")


def test_what_every_machine_has_is_found(omnireel: Any) -> None:
    run = omnireel("doctor", "--json")
    told = json.loads(run.stdout)
    found = {check["name"]: check for check in told["checks"]}
    assert list(found) == CHECKS
    for name in MACHINE:
        assert found[name]["ok"], found[name]
    assert "640x360" in found["test card"]["detail"]
    assert run.returncode == (0 if told["ok"] else 1)


@pytest.mark.parametrize("as_json", [False, True])
def test_a_folder_that_cannot_be_written_is_told(omnireel: Any, as_json: bool) -> None:
    run = omnireel("doctor", "--data", "/proc/none", *(["--json"] if as_json else []))
    assert run.returncode == 1
    assert "--data" in run.stdout
    assert "Traceback" not in run.stderr


def test_missing_opengl_comes_with_the_command_to_install_it(omnireel: Any) -> None:
    # A driver that does not exist is what a machine without Mesa looks like to EGL.
    hidden = {"__EGL_VENDOR_LIBRARY_FILENAMES": "/nowhere.json", "LIBGL_DRIVERS_PATH": "/nowhere"}
    told = json.loads(omnireel("doctor", "--json", **hidden).stdout)
    opengl = next(check for check in told["checks"] if check["name"] == "opengl")
    assert not opengl["ok"]
    assert "install it with:" in opengl["detail"].lower()
