"""Cuts change the camera, never what happens."""

from fractions import Fraction

from omnireel.domain.storyboard import Action, Shot
from omnireel.engines.previs.staging.beats import beats, runs


def shot(start: int, setting: str = "meadow", *actions: Action) -> Shot:
    return Shot(
        start=Fraction(start),
        duration=Fraction(2),
        setting=setting,
        cast=("dog-1",),
        blocking=actions,
    )


def test_shots_of_one_place_are_one_run() -> None:
    grouped = runs([shot(0), shot(2), shot(4, "beach"), shot(6)])
    assert [len(run.shots) for run in grouped] == [2, 1, 1]
    assert grouped[0].duration == 4


def test_an_action_goes_on_through_a_cut() -> None:
    run_dog = Action(actor="dog-1", verb="run")
    (run,) = runs([shot(0, "meadow", run_dog), shot(2, "meadow", run_dog)])
    (beat,) = beats(run)
    assert (beat.start, beat.end) == (0.0, 4.0)


def test_timed_actions_keep_their_time_on_the_stage() -> None:
    jump = Action(actor="dog-1", verb="jump", start=Fraction(1))
    (run,) = runs([shot(0), shot(2, "meadow", jump)])
    (beat,) = beats(run)
    assert (beat.start, beat.end) == (3.0, 4.0)
