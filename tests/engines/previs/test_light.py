"""Every hour, weather and lighting has a look, and the looks differ the right way."""

import itertools

import pytest

from omnireel.engines.previs.conditions import Conditions
from omnireel.engines.previs.light import hour, indoor_look, is_dark, outdoor_look

HOURS = ("", "dawn", "morning", "noon", "golden hour", "sunset", "dusk", "night", "gibberish")
WEATHERS = ("", "cloudy", "rain", "storm", "snow", "fog", "wind")


@pytest.mark.parametrize(("time", "weather"), [*itertools.product(HOURS, WEATHERS)])
def test_every_combination_is_lit(time: str, weather: str) -> None:
    look = outdoor_look(Conditions(time_of_day=time, weather=weather))
    assert look.exposure > 0
    assert max(look.sun_color) > 0


def brightness(color: tuple[float, float, float]) -> float:
    return sum(color)


def test_night_is_darker_than_day_and_has_stars() -> None:
    night, day = outdoor_look(Conditions(time_of_day="night")), outdoor_look(Conditions())
    assert brightness(night.sky_horizon) < 0.3 * brightness(day.sky_horizon)
    assert night.stars > day.stars


def test_rain_greys_the_sun_and_falls() -> None:
    rain, clear = outdoor_look(Conditions(weather="rain")), outdoor_look(Conditions())
    assert brightness(rain.sun_color) < 0.6 * brightness(clear.sun_color)
    assert rain.rain > clear.rain


def test_weather_stays_outside() -> None:
    assert indoor_look(Conditions(weather="rain")).rain == 0


def test_dramatic_light_has_a_stronger_key_and_less_fill() -> None:
    plain, dramatic = outdoor_look(Conditions()), outdoor_look(Conditions(lighting="dramatic"))
    assert brightness(dramatic.sun_color) > brightness(plain.sun_color)
    assert brightness(dramatic.sky_top) < brightness(plain.sky_top)


def test_hours_by_other_names() -> None:
    assert hour("sunrise") == "dawn"
    assert hour("Midnight") == "night"
    assert is_dark(Conditions(time_of_day="midnight"))
    assert not is_dark(Conditions())
