"""The building blocks of made sound: noise, filters, damped modes, envelopes, loudness.

Signals are float64 arrays, mono (n,) unless said otherwise; `rate` is samples per second.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import minimum_filter1d, uniform_filter1d
from scipy.signal import butter, lfilter, sosfilt

Signal: TypeAlias = NDArray[np.float64]

SILENCE_DB = 60.0  # a mode is dropped once it has decayed this far
_K_WEIGHTING = (  # ITU-R BS.1770-4, table 1 and 2, for 48 kHz
    (
        1.53512485958697,
        -2.69169618940638,
        1.19839281085285,
        1.0,
        -1.69065929318241,
        0.73248077421585,
    ),
    (1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621),
)


def band(signal: Signal, low: float, high: float, rate: int, order: int = 2) -> Signal:
    """The part of the signal between two frequencies in Hz, along the last axis."""
    nyquist = 0.49 * rate
    edges = [min(max(low, 5.0), nyquist * 0.95), min(max(high, low * 1.05, 10.0), nyquist)]
    sections = butter(order, edges, "bandpass", fs=rate, output="sos")
    return np.asarray(sosfilt(sections, signal, axis=-1))


def lowpass(signal: Signal, cutoff: float, rate: int, order: int = 1) -> Signal:
    """The part of the signal below a frequency in Hz, along the last axis."""
    sections = butter(order, min(cutoff, 0.49 * rate), "lowpass", fs=rate, output="sos")
    return np.asarray(sosfilt(sections, signal, axis=-1))


def highpass(signal: Signal, cutoff: float, rate: int, order: int = 1) -> Signal:
    """The part of the signal above a frequency in Hz, along the last axis."""
    sections = butter(order, min(cutoff, 0.49 * rate), "highpass", fs=rate, output="sos")
    return np.asarray(sosfilt(sections, signal, axis=-1))


def resonate(signal: Signal, frequency: float, decay: float, rate: int) -> Signal:
    """The signal through one damped mode: `decay` is the time in seconds to fall by 60 dB.

    Its impulse response is a sine of peak 1 that begins at zero.
    """
    radius = 10 ** (-3 / (max(decay, 1e-3) * rate))
    angle = 2 * np.pi * frequency / rate
    numerator = [0.0, radius * np.sin(angle)]
    denominator = [1.0, -2 * radius * np.cos(angle), radius**2]
    return np.asarray(lfilter(numerator, denominator, signal))


def ring(
    frequencies: Signal, amplitudes: Signal, decays: Signal, rate: int, longest: float = 4.0
) -> Signal:
    """The sum of damped sines that a blow sets off; decays are times to fall by 60 dB."""
    audible = (frequencies > 20) & (frequencies < 0.45 * rate) & (amplitudes > 1e-5)
    if not audible.any():
        return np.zeros(1)
    counts = np.maximum(2, np.minimum(decays, longest) * rate * SILENCE_DB / 60).astype(int)
    out = np.zeros(int(counts[audible].max()))
    impulse = np.zeros(len(out))
    impulse[0] = 1.0
    for index in np.flatnonzero(audible):
        count = counts[index]
        out[:count] += amplitudes[index] * resonate(
            impulse[:count], float(frequencies[index]), float(decays[index]), rate
        )
    return out


def curve(values: Signal, count: int) -> Signal:
    """`values` at equal distances, drawn out to `count` samples by straight lines."""
    return np.interp(np.linspace(0, len(values) - 1, count), np.arange(len(values)), values)


def wander(rng: np.random.Generator, count: int, rate: int, hertz: float) -> Signal:
    """A slow random curve between about -1 and 1 that changes `hertz` times a second."""
    knots = max(4, int(count / rate * hertz) + 3)
    smooth = np.convolve(rng.uniform(-1.5, 1.5, knots + 2), (0.25, 0.5, 0.25), "valid")
    return curve(smooth, count)


def faded(signal: Signal, rate: int, seconds: float = 0.005) -> Signal:
    """The signal with its end drawn to zero, so that it does not click."""
    count = min(len(signal), int(seconds * rate))
    out = signal.copy()
    if count:
        out[-count:] *= np.linspace(1, 0, count)
    return out


def add_at(target: Signal, signal: Signal, sample: int) -> None:
    """Add a signal (n,) or (n, 2) into the target in place, cut to what fits."""
    skipped = max(0, -sample)
    end = min(len(target), sample + len(signal))
    if end > sample + skipped:
        target[sample + skipped : end] += signal[skipped : end - sample]


def rms(signal: Signal) -> float:
    """Root mean square over everything."""
    return float(np.sqrt(np.mean(np.square(signal)))) if signal.size else 0.0


def loudness(stereo: Signal, rate: int) -> float:
    """Integrated loudness in LUFS of (n, 2), gated as in ITU-R BS.1770-4; -inf for silence.

    The weighting's coefficients hold for 48 kHz and are close enough at other usual rates.
    """
    weighted = np.asarray(sosfilt(np.array(_K_WEIGHTING), stereo, axis=0))
    block, step = int(0.4 * rate), int(0.1 * rate)
    power = np.concatenate([[0.0], np.cumsum(np.square(weighted).sum(axis=1))])
    starts = np.arange(0, max(1, len(stereo) - block + 1), step)
    ends = np.minimum(starts + block, len(stereo))
    energies = (power[ends] - power[starts]) / np.maximum(1, ends - starts)
    heard = energies[energies > 10 ** ((-70 + 0.691) / 10)]
    if not heard.size:
        return float("-inf")
    heard = heard[heard > heard.mean() / 10]
    return float(-0.691 + 10 * np.log10(heard.mean()))


def limited(stereo: Signal, ceiling: float, rate: int) -> Signal:
    """The signal (n, 2) with its peaks turned down to `ceiling`, looking 3 ms ahead."""
    window = 2 * int(0.003 * rate) + 1
    needed = ceiling / np.maximum(np.abs(stereo).max(axis=1), ceiling)
    held = minimum_filter1d(needed, window, mode="nearest")
    gain: Signal = np.asarray(uniform_filter1d(held, window, mode="nearest"), np.float64)
    return np.multiply(stereo, gain[:, None])
