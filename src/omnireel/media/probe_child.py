"""The process that looks into a file nobody vouches for.

`python -m omnireel.media.probe_child FILE` gives itself little memory and time, opens the file with
the one demuxer its first bytes call for, decodes its first picture, and prints one JSON object: the
facts, or `error` with a sentence.
"""

import json
import resource
import sys
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from omnireel.domain.failures import MediaError
from omnireel.media.decode import open_local
from omnireel.media.sniff import HEAD_BYTES, Kind, is_animated_webp, sniff

MEMORY_BYTES = 2 << 30
CPU_SECONDS = 20
MAX_PIXELS = 50_000_000
MAX_SIDE = 16_384
ALLOWED = (
    "Allowed are PNG, JPEG, WebP, GIF, BMP and TIFF pictures; MP4, MOV, WebM, Matroska, AVI, MPEG, "
    "FLV, WMV and 3GP videos; WAV, MP3, AAC, M4A, FLAC and Ogg sound."
)
ALLOWED_SIZE = (
    f"at most {MAX_PIXELS // 1_000_000} megapixels and {MAX_SIDE} pixels a side are allowed"
)
TAIL_BYTES = 65_536
END_OF_JPEG = b"\xff\xd9"
SLACK = Fraction(1, 2)  # seconds that may be missing at the end before a file counts as cut off


def main(path: Path) -> int:
    """Look into the file and print what it is."""
    try:
        facts = look(path)
    except MediaError as error:
        facts = {"error": error.message}
    except MemoryError:
        facts = {"error": "The file needs too much memory to decode."}
    except (av.FFmpegError, OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its content is broken"
        facts = {"error": f"The file is damaged or incomplete ({reason})."}
    sys.stdout.write(json.dumps(facts))
    return 0


def restrain() -> None:
    """Bound what this process may use. It writes nothing but its answer."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def look(path: Path) -> dict[str, str]:
    """The facts about the file as strings; MediaError with a sentence when it is of no use."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        file.seek(max(0, path.stat().st_size - TAIL_BYTES))
        tail = file.read()
    if not head:
        raise MediaError("The file is empty.")
    kind = sniff(head)
    if is_animated_webp(head):
        raise MediaError("Animated WebP cannot be read; use a GIF or a video instead.")
    if kind is None:
        raise MediaError(f"The file is no picture, video or sound of a known format. {ALLOWED}")
    if kind.mime_type == "image/jpeg" and END_OF_JPEG not in tail:
        raise MediaError("The file is cut off: the end of the JPEG is missing.")
    with open_local(path, kind.demuxer) as container:
        if kind.mime_type.startswith("audio/") or not container.streams.video:
            return _look_at_sound(container, kind)
        return _look_at_pictures(container, kind)


def _look_at_sound(container: InputContainer, kind: Kind) -> dict[str, str]:
    if not container.streams.audio:
        raise MediaError("The file has neither pictures nor sound.")
    stream = container.streams.audio[0]
    first = next(iter(container.decode(stream)), None)
    if first is None:
        raise MediaError("The file has no sound that can be decoded.")
    duration = Fraction(container.duration or 0, av.time_base)
    return {
        "mime_type": kind.mime_type.replace("video/", "audio/"),
        "duration": str(duration),
        "audio_codec": stream.codec_context.name,
    }


def _look_at_pictures(container: InputContainer, kind: Kind) -> dict[str, str]:
    stream = container.streams.video[0]
    _check_size(stream.codec_context.width, stream.codec_context.height)
    stream.thread_count = 1
    first = next(iter(container.decode(stream)), None)
    if first is None:
        raise MediaError("The file has no picture that can be decoded.")
    if first.is_corrupt:
        raise MediaError("The file is damaged or incomplete: its first picture has errors.")
    _check_size(first.width, first.height)
    audio = container.streams.audio
    facts = {
        "mime_type": kind.mime_type,
        "width": str(first.height if first.rotation % 180 else first.width),
        "height": str(first.width if first.rotation % 180 else first.height),
        "video_codec": stream.codec_context.name,
        "audio_codec": audio[0].codec_context.name if audio else "",
    }
    if container.format.name.endswith("_pipe"):
        return facts
    pictures, end = _measure(container, stream)
    if pictures < 2:
        return facts
    stated = Fraction(container.duration or 0, av.time_base)
    if stated - end > SLACK:
        raise MediaError(
            f"The file is cut off: it says {float(stated):.1f} s, "
            f"but its pictures end after {float(end):.1f} s."
        )
    rate = stream.average_rate or stream.guessed_rate or pictures / end
    return {**facts, "duration": str(end), "frame_rate": str(rate)}


def _check_size(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise MediaError(f"The picture is damaged or too large: {ALLOWED_SIZE}.")
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise MediaError(f"The picture is {width}x{height}: {ALLOWED_SIZE}.")


def _measure(container: InputContainer, stream: VideoStream) -> tuple[int, Fraction]:
    """How many pictures there really are, and where the last one ends, in seconds."""
    container.seek(0)
    count, end, start = 0, 0, stream.start_time or 0
    for packet in container.demux(stream):
        if packet.size == 0 or packet.pts is None:
            continue
        count += 1
        end = max(end, packet.pts + (packet.duration or 0) - start)
    return count, end * (stream.time_base or Fraction(0))


if __name__ == "__main__":
    restrain()
    sys.exit(main(Path(sys.argv[1])))
