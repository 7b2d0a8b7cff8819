"""What was encoded comes back: pictures in order, samples in phase, posters and sheets."""

import io
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.media.clips import plain, sine, spec

from omnireel.domain.failures import MediaError
from omnireel.media.contact_sheet import contact_sheet
from omnireel.media.decode import frame_at, frame_count, frames, samples
from omnireel.media.finish import finish
from omnireel.media.poster import poster

RED = (200, 30, 30)


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("video") / "clip.mp4"
    finish(plain(spec("3", width=160, height=90), RED), path)
    return path


def test_frames_come_in_order_in_their_colours(video: Path) -> None:
    pictures = list(frames(video))
    assert len(pictures) == frame_count(video) == 72
    assert {picture.shape for picture in pictures} == {(90, 160, 3)}
    assert np.abs(pictures[5][20:70, 10:60].reshape(-1, 3).mean(0) - RED).max() < 3
    grey = [picture[20:70, 100:150].mean() for picture in pictures]
    assert grey == pytest.approx([40 + index for index in range(72)], abs=2)


@pytest.mark.parametrize(("at", "index"), [("0", 0), ("1", 24), ("5/2", 60), ("99", 71)])
def test_the_frame_at_a_time(video: Path, at: str, index: int) -> None:
    picture = frame_at(video, Fraction(at))
    assert picture[20:70, 100:150].mean() == pytest.approx(40 + index, abs=2)


def test_samples_are_what_was_put_in(video: Path) -> None:
    heard, asked = samples(video), np.array(sine(spec("3")))
    assert heard.shape == asked.shape
    assert heard.dtype == np.float32
    assert np.abs(heard - asked)[4096:-4096].max() < 0.03


def test_a_poster_is_a_jpeg_of_its_frame(video: Path) -> None:
    picture = Image.open(io.BytesIO(poster(video, Fraction(1))))
    assert (picture.format, picture.size) == ("JPEG", (160, 90))
    pixels = np.asarray(picture)
    assert np.abs(pixels[20:70, 10:60].reshape(-1, 3).mean(0) - RED).max() < 5
    assert pixels[20:70, 100:150].mean() == pytest.approx(64, abs=3)


def test_a_contact_sheet_shows_the_whole_video(video: Path, tmp_path: Path) -> None:
    contact_sheet(video, tmp_path / "sheet.png", columns=4, rows=3)
    sheet = np.asarray(Image.open(tmp_path / "sheet.png"))
    assert sheet.shape == (3 * 98 + 8, 4 * 168 + 8, 3)
    cells = [
        sheet[8 + row * 98 : 98 + row * 98, 8 + column * 168 : 168 + column * 168]
        for row in range(3)
        for column in range(4)
    ]
    grey = [cell[20:70, 100:150].mean() for cell in cells]
    assert np.diff(grey) == pytest.approx([6] * 11, abs=2), "twelve frames, six apart"


def test_what_cannot_be_decoded_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.mp4").write_text("hello")
    for read in (frame_count, samples, lambda path: next(frames(path)), poster):
        with pytest.raises(MediaError):
            read(tmp_path / "text.mp4")
