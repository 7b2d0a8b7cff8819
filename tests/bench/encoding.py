"""A measured clip's frames encoded again, alone: `python -m tests.bench.encoding FACTS FOLDER`.

The limit that a clip's making is compared with: nothing is drawn, frames come from memory.
"""

import json
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np

from omnireel.domain.media import Clip, OutputSpec, PixelFormat
from omnireel.media.encode import picture_shape
from omnireel.media.finish import finish


def main(facts: dict[str, str], folder: Path) -> None:
    width, height, count = int(facts["width"]), int(facts["height"]), int(facts["frames"])
    output = OutputSpec(width=width, height=height, duration=Fraction(count, 24))
    pixel_format = PixelFormat(facts["pixel_format"])
    content = np.fromfile(folder / "frames.raw", np.uint8)
    pictures = content.reshape(count, *picture_shape(output, pixel_format))
    samples = np.load(folder / "samples.npy")

    def frames() -> Iterator[memoryview]:
        return (picture.data for picture in pictures)

    clip = Clip(
        output=output, pixel_format=pixel_format, frames=frames, samples=lambda: samples.data
    )
    begun, cpu = time.perf_counter(), time.process_time()
    finish(clip, folder / "alone.mp4")
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - begun,
                "cpu": time.process_time() - cpu,
                "bytes": (folder / "alone.mp4").stat().st_size,
            }
        )
    )


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), Path(sys.argv[2]))
