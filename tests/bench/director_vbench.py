"""How much of the VBench prompts the director understands, as shares per dimension.

Run: python tests/bench/director_vbench.py path/to/VBench_full_info.json [--misses]
The file's own labels are the yardstick (VBench, Apache-2.0); the director never sees them.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from omnireel.director import plan
from omnireel.domain.storyboard import CastMember, Relation, Storyboard
from omnireel.domain.turn import Turn

_RELATIONS = {
    "on the left of": Relation.LEFT,
    "on the right of": Relation.RIGHT,
    "on the top of": Relation.ON,
    "on the bottom of": Relation.UNDER,
}
_CAMERA = {
    "zoom in": "zoom_in",
    "zoom out": "zoom_out",
    "pan left": "pan_left",
    "pan right": "pan_right",
    "tilt up": "tilt_up",
    "tilt down": "tilt_down",
    "racking focus": "rack_focus",
}


def board_of(prompt: str) -> Storyboard:
    return plan(Turn(prompt=prompt, model="m"), seed=0, previous=None).storyboard


def named(board: Storyboard, noun: str) -> CastMember | None:
    """The member a label means: same noun, singular or plural, or with the label as last word."""
    for member in board.cast:
        if noun in (member.noun, member.noun + "s") or member.noun.endswith(" " + noun):
            return member
    return None


def objects(board: Storyboard, info: dict[str, Any]) -> bool:
    label = next(iter(info.values()))["object"]
    return all(named(board, noun.strip()) is not None for noun in label.split(" and "))


def color(board: Storyboard, info: dict[str, Any]) -> bool:
    return [member.color for member in board.cast] == [info["color"]["color"]]


def relation(board: Storyboard, info: dict[str, Any]) -> bool:
    label = info["spatial_relationship"]["spatial_relationship"]
    first, second = named(board, label["object_a"]), named(board, label["object_b"])
    if first is None or second is None or first.position is None:
        return False
    wanted = _RELATIONS[label["relationship"]]
    return first.position.relation is wanted and first.position.anchors == (second.id,)


def scene(board: Storyboard, _: dict[str, Any]) -> bool:
    """A place that is nothing but a place: a setting other than the fallback, and no cast."""
    return not board.cast and board.shots[0].setting not in ("", "meadow") and not board.unmet


def style(board: Storyboard, info: dict[str, Any]) -> bool:
    label = info["appearance_style"]["appearance_style"].lower()
    words = set(re.findall(r"[a-z]+", label)) - {"style", "in", "the", "of", "by", "painting"}
    said = set(re.findall(r"[a-z]+", board.look.style))
    return bool(words & said)


def action(board: Storyboard, prompt: str) -> bool:
    """The person does something that the words after "A person is" name."""
    stems = {word[:3].lower() for word in prompt.split()[3:]}
    deeds = [action for shot in board.shots for action in shot.blocking]
    people = {member.id for member in board.cast if member.kind.value == "person"}
    words = [word for deed in deeds if deed.actor in people for word in (deed.verb, *deed.manner)]
    return any(word[:3] in stems for word in words)


def filmed(board: Storyboard, prompt: str) -> bool:
    camera = board.shots[0].camera
    for words, movement in _CAMERA.items():
        if prompt.endswith(words):
            return camera.movement.value == movement
    if "shaking" in prompt:
        return camera.handheld
    if "slow motion" in prompt:
        manners = [word for action in board.shots[0].blocking for word in action.manner]
        return "slow motion" in manners or not board.shots[0].blocking
    return not board.unmet


_BY_INFO: dict[str, Callable[[Storyboard, dict[str, Any]], bool]] = {
    "object_class": objects,
    "multiple_objects": objects,
    "color": color,
    "spatial_relationship": relation,
    "scene": scene,
    "appearance_style": style,
}
_BY_PROMPT: dict[str, Callable[[Storyboard, str], bool]] = {
    "human_action": action,
    "temporal_style": filmed,
}


def judged(rows: Iterable[dict[str, Any]]) -> dict[str, list[tuple[str, bool]]]:
    """Per dimension: every prompt and whether it was understood."""
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for row in rows:
        prompt, board = row["prompt_en"], board_of(row["prompt_en"])
        found["all: nothing unmet"].append((prompt, not board.unmet))
        found["all: something to film"].append((prompt, bool(board.cast or board.shots[0].setting)))
        for dimension in row["dimension"]:
            if dimension in _BY_INFO:
                found[dimension].append((prompt, _BY_INFO[dimension](board, row["auxiliary_info"])))
            elif dimension in _BY_PROMPT:
                found[dimension].append((prompt, _BY_PROMPT[dimension](board, prompt)))
    return found


def main(path: str, *, misses: bool) -> None:
    for dimension, results in judged(json.loads(Path(path).read_text())).items():
        share = sum(ok for _, ok in results) / len(results)
        print(f"{dimension:28} {share:7.1%}  of {len(results)}")
        if misses:
            for prompt in [prompt for prompt, ok in results if not ok]:
                print("     -", prompt)


if __name__ == "__main__":
    main(sys.argv[1], misses="--misses" in sys.argv)
