"""What a machine without OpenGL is told."""

from pathlib import Path

import pytest

from omnireel.engines.previs.render.context import install_command


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ID=debian\n", "sudo apt-get install -y libegl1 libgl1 libgl1-mesa-dri"),
        (
            "ID=linuxmint\nID_LIKE=ubuntu\n",
            "sudo apt-get install -y libegl1 libgl1 libgl1-mesa-dri",
        ),
        ("ID=fedora\n", "sudo dnf install -y mesa-libEGL mesa-dri-drivers"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "sudo dnf install -y mesa-libEGL"),
        ("ID=arch\n", "sudo pacman -S --noconfirm mesa"),
        ("ID=alpine\n", "sudo apk add mesa-egl"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "sudo zypper install -y Mesa-libEGL1"),
        ("ID=plan9\n", "Debian's names"),
    ],
)
def test_the_command_fits_the_system(tmp_path: Path, text: str, expected: str) -> None:
    release = tmp_path / "os-release"
    release.write_text(text)
    assert expected in install_command(release)


def test_a_system_without_a_name_gets_debians_command(tmp_path: Path) -> None:
    assert "libegl1" in install_command(tmp_path / "nothing")
