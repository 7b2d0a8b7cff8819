"""A clip becomes a file: pictures are drawn on this thread and encoded on another."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import Full, Queue

import av
import numpy as np
from numpy.typing import NDArray

from omnireel.domain.failures import EngineError, MediaError
from omnireel.domain.media import Clip, OutputSpec
from omnireel.media.encode import to_video_frame, write_mp4

QUEUED_FRAMES = 4
PATIENCE = 0.25  # seconds between two looks at whether the encoder still lives

_Frames = Queue[av.VideoFrame | None]


def finish(
    clip: Clip,
    path: Path,
    *,
    title: str = "",
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the clip as an mp4; `path` exists only once it is whole.

    The clip is asked for its samples and its pictures on the calling thread, where an engine may
    hold a graphics context. `progress` gets the share of the frames that were drawn, 0 to 1.

    Raises:
        EngineError: The clip's pictures or samples are not what its output says.
        MediaError: The file cannot be written.
    """
    _check_size(clip.output)
    samples = _checked_samples(clip)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        _encode(clip, samples, partial, title, progress or (lambda _: None))
        os.replace(partial, path)
    except (OSError, av.FFmpegError) as error:
        raise MediaError(f"The clip cannot be written to {path.name}: {error}.") from error
    finally:
        partial.unlink(missing_ok=True)


def _check_size(output: OutputSpec) -> None:
    if output.width % 2 or output.height % 2 or min(output.width, output.height) < 2:
        raise MediaError(
            f"H.264 in 4:2:0 needs an even width and height, not {output.width}x{output.height}.",
            field="resolution",
        )
    if output.frame_count < 1:
        raise MediaError("A clip needs at least one frame.", field="duration")


def _checked_samples(clip: Clip) -> NDArray[np.float32]:
    """The clip's samples (n, 2), held to full scale."""
    samples = np.asarray(clip.samples(), np.float32)
    if samples.shape != (clip.output.sample_count, 2):
        raise EngineError(
            f"The clip's samples have the shape {samples.shape} "
            f"where {clip.output.sample_count} stereo samples are needed."
        )
    if not np.isfinite(samples).all():
        raise EngineError("The clip's samples are not all finite numbers.")
    return np.clip(samples, -1.0, 1.0)


def _encode(
    clip: Clip,
    samples: NDArray[np.float32],
    path: Path,
    title: str,
    progress: Callable[[float], None],
) -> None:
    """Draw on this thread, encode on another, a few frames apart."""
    queue: _Frames = Queue(QUEUED_FRAMES)
    with ThreadPoolExecutor(1, "encode") as executor:
        encoder = executor.submit(
            write_mp4, path, clip.output, iter(queue.get, None), samples, title
        )
        try:
            for done, frame in enumerate(_checked_frames(clip), 1):
                _put(queue, frame, encoder)
                progress(done / clip.output.frame_count)
        finally:
            _put(queue, None, encoder)
        encoder.result()


def _checked_frames(clip: Clip) -> Iterator[av.VideoFrame]:
    """Copies of the clip's pictures; EngineError when they are too few or too many."""
    expected, count = clip.output.frame_count, 0
    for count, picture in enumerate(clip.frames(), 1):
        if count > expected:
            break
        yield to_video_frame(picture, clip.output, clip.pixel_format)
    if count != expected:
        found = f"more than {expected}" if count > expected else str(count)
        raise EngineError(f"The clip has {found} frames where {expected} are needed.")


def _put(queue: _Frames, frame: av.VideoFrame | None, encoder: Future[int]) -> None:
    """Queue a frame, or raise what ended the encoder."""
    while True:
        try:
            queue.put(frame, timeout=PATIENCE)
        except Full:
            if encoder.done():
                encoder.result()
                return
        else:
            return
