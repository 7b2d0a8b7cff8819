"""Light and air by the storyboard's words: time of day, weather, lighting and mood to a `Look`.

A look is an hour's base (sun, sky, fog), then what the weather does to it, then what the lighting
and the mood ask for, so every combination is defined.
"""

from dataclasses import replace

from omnireel.engines.previs.colors import mixed, shaded
from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.scene import Look, Vec3

_DAY = Look()

_HOURS: dict[str, Look] = {
    "dawn": Look(
        sun_direction=(-0.8, 0.22, 0.35),
        sun_color=(3.6, 2.3, 1.7),
        sky_top=(0.20, 0.30, 0.55),
        sky_horizon=(0.92, 0.66, 0.55),
        ground=(0.16, 0.15, 0.14),
        fog_start=8.0,
        fog_density=0.022,
        exposure=0.85,
        balance=(1.03, 0.99, 1.0),
    ),
    "morning": replace(
        _DAY, sun_direction=(-0.75, 0.45, 0.5), sun_color=(4.6, 3.8, 2.8), fog_density=0.014
    ),
    "day": _DAY,
    "afternoon": replace(_DAY, sun_direction=(0.6, 0.5, 0.55), sun_color=(4.7, 3.9, 2.9)),
    "golden hour": Look(
        sun_direction=(-0.75, 0.30, 0.40),
        sun_color=(5.4, 3.3, 1.6),
        sky_top=(0.22, 0.30, 0.52),
        sky_horizon=(0.98, 0.70, 0.42),
        ground=(0.22, 0.17, 0.10),
        fog_density=0.016,
        exposure=0.82,
        balance=(1.04, 0.99, 0.94),
        bloom=0.5,
    ),
    "sunset": Look(
        sun_direction=(-0.13, 0.10, -0.98),
        sun_color=(5.2, 2.3, 0.9),
        sky_top=(0.16, 0.15, 0.38),
        sky_horizon=(1.05, 0.48, 0.22),
        ground=(0.18, 0.12, 0.10),
        fog_start=10.0,
        fog_density=0.016,
        exposure=0.95,
        balance=(1.05, 0.97, 0.95),
        bloom=0.6,
        clouds=0.8,
    ),
    "dusk": Look(
        sun_direction=(-0.6, 0.25, -0.5),
        sun_color=(0.9, 0.75, 1.1),
        sky_top=(0.06, 0.08, 0.22),
        sky_horizon=(0.42, 0.28, 0.42),
        ground=(0.07, 0.06, 0.09),
        stars=0.3,
        exposure=1.25,
        balance=(0.98, 0.97, 1.06),
        bloom=0.6,
    ),
    "night": Look(
        sun_direction=(0.45, 0.7, 0.4),
        sun_color=(0.62, 0.78, 1.15),
        sky_top=(0.012, 0.018, 0.055),
        sky_horizon=(0.06, 0.09, 0.18),
        ground=(0.03, 0.035, 0.05),
        stars=1.0,
        clouds=0.25,
        exposure=1.35,
        balance=(0.95, 0.99, 1.08),
        saturation=1.0,
        bloom=0.7,
    ),
}

_HOUR_WORDS = {
    "sunrise": "dawn",
    "noon": "day",
    "midday": "day",
    "evening": "golden hour",
    "twilight": "dusk",
    "blue hour": "dusk",
    "midnight": "night",
}

_INDOORS_DAY = Look(
    sun_direction=(-0.42, 0.72, 0.45),
    sun_color=(4.8, 3.9, 2.8),
    sky_top=(0.36, 0.32, 0.30),
    sky_horizon=(0.54, 0.45, 0.36),
    ground=(0.20, 0.14, 0.09),
    fog_start=7.0,
    fog_density=0.02,
    clouds=0.0,
    indoors=True,
    exposure=0.80,
    balance=(1.02, 1.0, 0.97),
    saturation=1.1,
    contrast=0.28,
    bloom=0.5,
    occlusion_radius=0.25,
    wind=0.0,
)

_INDOORS_NIGHT = replace(
    _INDOORS_DAY,
    sun_color=(2.3, 1.65, 1.05),
    sky_top=(0.13, 0.11, 0.13),
    sky_horizon=(0.20, 0.15, 0.13),
    ground=(0.10, 0.07, 0.05),
    exposure=1.05,
    bloom=0.7,
)


def hour(words: str) -> str:
    """The hour of `_HOURS` that these words mean; "day" for none."""
    words = words.lower().strip()
    words = _HOUR_WORDS.get(words, words)
    return words if words in _HOURS else "day"


def is_dark(conditions: Conditions) -> bool:
    """Whether lamps and windows should be lit."""
    return hour(conditions.time_of_day) in ("dusk", "night")


def outdoor_look(conditions: Conditions) -> Look:
    """The look of an open place."""
    look = _weathered(_HOURS[hour(conditions.time_of_day)], conditions.weather)
    return _lit(look, conditions)


def indoor_look(conditions: Conditions) -> Look:
    """The look of a room: windows by day, lamps by night; weather stays outside."""
    return _lit(_INDOORS_NIGHT if is_dark(conditions) else _INDOORS_DAY, conditions)


def _overcast(look: Look, share: float) -> Look:
    """Clouds take the sun's light away and spread it over a grey sky."""
    brightness = sum(look.sky_horizon) / 3.0
    grey = (brightness * 0.82, brightness * 0.86, brightness * 0.92)
    return replace(
        look,
        sun_color=mixed(look.sun_color, shaded(grey, 1.2), share),
        sky_top=mixed(look.sky_top, shaded(grey, 0.75), share),
        sky_horizon=mixed(look.sky_horizon, grey, share),
        clouds=1.0,
        stars=look.stars * (1.0 - share),
        exposure=look.exposure * (1.0 + 0.25 * share),
        saturation=look.saturation * (1.0 - 0.15 * share),
    )


def _weathered(look: Look, weather: str) -> Look:  # noqa: PLR0911 - one branch per weather
    match weather.lower().strip():
        case "cloudy":
            return replace(look, clouds=0.9)
        case "overcast" | "grey":
            return _overcast(look, 0.7)
        case "rain" | "rainy" | "drizzle":
            return replace(_overcast(look, 0.75), rain=1.0, fog_density=0.03, wind=1.3)
        case "storm" | "thunderstorm" | "stormy":
            dark = _overcast(look, 0.85)
            return replace(
                dark,
                rain=1.0,
                wind=2.5,
                fog_density=0.035,
                sun_color=shaded(dark.sun_color, 0.6),
                exposure=dark.exposure * 0.9,
            )
        case "snow" | "snowy" | "blizzard":
            return replace(
                _overcast(look, 0.55), snowfall=1.0, ground=(0.42, 0.44, 0.48), fog_density=0.03
            )
        case "fog" | "foggy" | "mist" | "misty" | "haze":
            return replace(_overcast(look, 0.4), fog_start=2.0, fog_density=0.09)
        case "wind" | "windy":
            return replace(look, wind=2.2)
        case _:
            return look


_LIGHTINGS: dict[str, dict[str, float]] = {
    "dramatic": {"key": 1.35, "fill": 0.45, "contrast": 0.25},
    "soft": {"key": 0.75, "fill": 1.2, "contrast": -0.12},
    "low key": {"key": 0.9, "fill": 0.35, "contrast": 0.3},
    "high key": {"key": 1.0, "fill": 1.45, "contrast": -0.15},
    "dim": {"key": 0.5, "fill": 0.55, "contrast": 0.05},
    "dark": {"key": 0.45, "fill": 0.4, "contrast": 0.15},
    "bright": {"key": 1.1, "fill": 1.25, "contrast": 0.0},
    "neon": {"key": 0.35, "fill": 0.6, "contrast": 0.25},
    "candlelight": {"key": 0.55, "fill": 0.5, "contrast": 0.2},
}

_TINTS: dict[str, Vec3] = {
    "warm": (1.07, 1.0, 0.90),
    "candlelight": (1.12, 0.99, 0.84),
    "cool": (0.93, 1.0, 1.09),
    "cold": (0.90, 0.99, 1.12),
    "neon": (1.02, 0.94, 1.12),
    "cyberpunk": (1.03, 0.93, 1.13),
    "nostalgic": (1.06, 1.0, 0.92),
    "romantic": (1.06, 0.98, 0.97),
    "melancholic": (0.95, 0.99, 1.05),
    "spooky": (0.92, 1.03, 1.02),
}


def _lit(look: Look, conditions: Conditions) -> Look:
    """The look under the asked lighting, mood and style."""
    words = [conditions.lighting.lower(), conditions.mood.lower(), conditions.style.lower()]
    for name, change in _LIGHTINGS.items():
        if any(name in word for word in words):
            look = replace(
                look,
                sun_color=shaded(look.sun_color, change["key"]),
                sky_top=shaded(look.sky_top, change["fill"]),
                sky_horizon=shaded(look.sky_horizon, change["fill"]),
                ground=shaded(look.ground, change["fill"]),
                contrast=look.contrast + change["contrast"],
            )
    for name, tint in _TINTS.items():
        if any(name in word for word in words):
            look = replace(
                look,
                balance=(
                    look.balance[0] * tint[0],
                    look.balance[1] * tint[1],
                    look.balance[2] * tint[2],
                ),
            )
    return replace(look, style=conditions.style.lower())
