"""The conditions a set is built and lit under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """A shot's time of day, weather, season, lighting, mood and style, as the storyboard says."""

    time_of_day: str = ""
    weather: str = ""
    season: str = ""
    lighting: str = ""
    mood: str = ""
    style: str = ""
    portrait: bool = False  # filmed for a tall frame: a set may stand closer together
