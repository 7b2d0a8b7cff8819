"""The shapes of instructions, in the order in which they are looked for."""

import re
from collections.abc import Callable
from typing import TypeAlias

from omnireel.director import edits
from omnireel.director.edits import Found
from omnireel.director.lexicon.adjectives import COLORS, SIZES
from omnireel.director.lexicon.times import LIGHT_WORDS, SEASONS, STYLES, TIME_OF_DAY, WEATHER
from omnireel.director.prose import phrase_pattern
from omnireel.domain.storyboard import Storyboard

_ALL = (
    r"(?:it|this|everything|(?:the|this|my)?\s*(?:whole\s+|entire\s+)?(?:video|clip|scene"
    r"|movie|film|footage|picture|image|shot|thing))"
)
_MAKE = r"(?:make|turn|change|convert|transform|render|redo|restyle|recreate|show|put|set)"
_END = r"(?=\s*(?:[.,;!]|$|\band\b|\bbut\b|\x1f))"
_WHAT = r"((?:(?!\bto\s+(?:be|say|read)\b)[^.,;\"\x1f]){1,60}?)"

Reader: TypeAlias = Callable[[Storyboard, re.Match[str]], Found]
_STYLE = phrase_pattern(list(STYLES))
_COLOR = phrase_pattern(list(COLORS))
_SIZE = phrase_pattern(
    [
        *SIZES,
        "bigger",
        "larger",
        "smaller",
        "taller",
        "shorter",
        "twice as big",
        "twice as large",
        "half the size",
        "half as big",
    ]
)
_LIGHT = phrase_pattern(list(LIGHT_WORDS))
_HOUR = phrase_pattern([*TIME_OF_DAY, *WEATHER, *SEASONS])


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        _compile(
            r"\bundo\b[^.,;]*|\bgo\s+back(?:\s+to\s+the\s+previous[^.,;]*|\s+one\s+step)?"
            + _END
            + r"|\brevert\b[^.,;]*"
        ),
        edits.undo,
    ),
    (
        _compile(
            r"\b(?:make|let|have)\s+([^.,;]+?)\s+(?:visible(?:\s+again)?|reappear|appear\s+again)"
            r"\b|\bbring\s+back\s+([^.,;]+)|\bbring\s+([^.,;]+?)\s+back\b|\bshow\s+([^.,;]+?)"
            r"\s+again\b|\bunhide\s+([^.,;]+)"
        ),
        edits.show,
    ),
    (
        _compile(
            r"\b(?:make|turn|let|have)\s+([^.,;]+?)\s+(?:completely\s+|totally\s+)?(?:invisible"
            r"|disappear|vanish|transparent|unseen)\b|\bhide\s+([^.,;]+)"
        ),
        edits.hide,
    ),
    (
        _compile(
            r"\b(?:change|replace|set|make|update|edit)\s+(?:the\s+)?(?:text|words?|writing"
            r"|lettering|title|caption)(?:\s+(?:on|of|in)\s+(?:the\s+)?(?P<on>[\w\s'-]+?)"
            r")?\s+(?:to(?:\s+(?:say|read))?|with|say|read)\s*:?\s*\"(?P<text>[^\"]*)\""
        ),
        edits.retitle,
    ),
    (
        _compile(
            r"\b(?:make|let|have|change)\s+(?:the\s+)?(?P<on>[\w\s'-]+?)\s+(?:to\s+)?(?:say|read)"
            r"s?\s*:?\s*\"(?P<text>[^\"]*)\""
        ),
        edits.retitle,
    ),
    (
        _compile(
            r"\b(?:add|put|show|write|include|overlay)\s+(?:the\s+|a\s+"
            r"|an\s+)?(?:[\w-]+\s+)?(?:text|words?|title|captions?|subtitles?"
            r"|label)?\s*(?:that\s+(?:says|reads)|saying|reading|:)?\s*\"(?P<text>[^\"]*)"
            r"\"(?:\s+(?:on|to|over)\s+(?:the\s+)?(?P<on>[\w\s'-]+?)" + _END + r")?"
        ),
        edits.retitle,
    ),
    (
        _compile(
            r"\b(?:remove|delete|hide|erase|no)\s+(?:all\s+|the\s+|any\s+)*(?:text|titles?"
            r"|captions?|subtitles?)\b"
        ),
        edits.untitle,
    ),
    (
        _compile(
            r"\b(?:remove|mute|delete|no|without|turn\s+off|silence|drop|cut)\s+(?:all\s+|the\s+"
            r"|any\s+|background\s+)*(?P<stem>music|soundtrack|song|score|dialogue|speech"
            r"|voices?|narration|sound\s+effects|effects|ambience|background\s+noise|noise|sound"
            r"|audio|everything|video)\b"
        ),
        edits.rescore,
    ),
    (
        _compile(
            r"\b(?:change|replace|swap|set|switch)\s+(?:the\s+)?(?:background\s+)?(?:music"
            r"|soundtrack|song|score)\s+(?:to|with|for|by)\s+(?:be\s+)?(?:an?\s+|some\s+"
            r"|the\s+)?(?P<music>[^.,;]+)|\bmake\s+the\s+(?:music|soundtrack)"
            r"\s+(?:more\s+)?(?P<mood>[^.,;]+)"
        ),
        edits.new_music,
    ),
    (
        _compile(
            rf"\b(?:make|crop|turn|convert|change|reframe)\s+{_ALL}\s+(?:in(?:to)?\s+|to\s+"
            rf"|for\s+)?(?:an?\s+)?(?:vertical|portrait|horizontal|landscape|9:16|16:9)"
            rf"(?:\s+(?:mode|format|video|orientation))?"
        ),
        edits.reframe,
    ),
    (
        _compile(
            r"\b(?:(?P<verb>extend|lengthen|shorten|cut|trim|make|continue)\s+)?(?:it|this"
            r"|the\s+(?:video|clip))?\s*(?P<by>by\s+|for\s+another\s+"
            r"|for\s+)?(?:to\s+)?(?P<seconds>\d{1,3}(?:\.\d)?)\s*-?\s*(?:s|secs?|seconds?)"
            r"\b(?:\s+(?:long|longer|shorter|more|in\s+(?:length|total)))?"
        ),
        edits.retime,
    ),
    (
        _compile(
            rf"\b(?:make\s+{_ALL}\s+(?:(?:go|play|run|move)\s+)?(?:in\s+)?|(?:in|into|to)\s+"
            rf"|add\s+(?:a\s+)?|play\s+{_ALL}\s+in\s+)?(?:super\s+)?(?:slow[- ]?mo(?:tion)?"
            rf"|time[- ]?lapse|fast[- ]?motion|hyperlapse)\b|\bmake\s+{_ALL}\s+(?:much\s+"
            rf"|a\s+bit\s+)?(?:slower|faster)\b|\b(?:slow|speed)\s+{_ALL}\s+(?:down|up)\b"
            rf"|\b(?:slow\s+down|speed\s+up)\s+{_ALL}"
        ),
        edits.speed,
    ),
    (
        _compile(
            rf"\b{_MAKE}\s+{_ALL}\s+(?:(?:in)?to\s+|in\s+|look\s+like\s+"
            rf"|look\s+)?(?:be\s+)?(?:an?\s+"
            rf"|the\s+)?(?:style\s+of\s+)?(?P<style>[\w\s'-]*?\b(?:{_STYLE})\b)"
            r"(?:[- ](?:styled?|film|movie|look|cartoon|version|video|footage|art))*"
        ),
        edits.restyle,
    ),
    (
        _compile(
            rf"\b(?:in|as)\s+(?:an?\s+"
            rf"|the\s+)?(?:style\s+of\s+)?(?P<style>(?:{_STYLE}))"
            rf"(?:[- ]style)?" + _END
        ),
        edits.restyle,
    ),
    (
        _compile(
            rf"\b(?:apply|use|add|give\s+{_ALL})\s+(?:an?\s+"
            rf"|the\s+)?(?P<style>(?:{_STYLE}))\s+(?:style|look|filter"
            rf"|effect|aesthetic)"
        ),
        edits.restyle,
    ),
    (
        _compile(
            rf"\b(?:change|make|set|turn|adjust)\s+(?:the\s+)?(?:lighting|lights?|illumination"
            rf"|mood\s+lighting)\s+(?:to\s+)?(?:be\s+|look\s+|become\s+)?(?:much\s+|more\s+"
            rf"|a\s+bit\s+)?(?P<light>[\w-]+)|\b(?:add|use)\s+(?P<light2>(?:{_LIGHT}))"
            rf"\s+light(?:ing|s)?\b"
        ),
        edits.relight,
    ),
    (
        _compile(
            rf"\bmake\s+{_ALL}\s+(?:look\s+|feel\s+|be\s+)?(?:much\s+|more\s+"
            rf"|a\s+bit\s+)*(?P<light>(?:{_LIGHT}))" + _END
        ),
        edits.relight,
    ),
    (
        _compile(
            r"\b(?:change|set|replace|swap|switch|move|turn)\s+(?:the\s+)?(?:background|setting"
            r"|location|place|scene|environment|backdrop|time(?:\s+of\s+day)?|weather|season"
            r"|scenery|sky)\s+(?:to|with|into|for)\s+(?:be\s+)?(?P<where>[^.,;]+)"
        ),
        edits.reset,
    ),
    (
        _compile(
            rf"\b(?:make|set|change|turn)\s+{_ALL}\s+(?:(?:be\s+)?(?:at|in|on|to|into"
            rf"|take\s+place\s+(?:at|in|on))\s+)?(?:an?\s+|the\s+)?(?P<where>(?:{_HOUR}))"
            rf"(?:\s+(?:time|day|scene))?" + _END
        ),
        edits.reset,
    ),
    (
        _compile(
            rf"\b(?:make\s+it|have\s+it|let\s+it|add"
            rf"|include)\s+(?:start\s+(?:to\s+)?)?(?:some\s+|heavy\s+|light\s+"
            rf"|falling\s+)*(?P<where>rain(?:ing)?|snow(?:ing|fall)?|fog|mist|wind|storm"
            rf"|lightning|thunder)\b(?:\s+to\s+{_ALL})?"
        ),
        edits.reset,
    ),
    (
        _compile(
            rf"\b(?:put|move|place|set|have|transport|take)\s+(?:{_ALL}|him|her|them|everyone"
            rf"|the\s+(?:action|story|scene))\s+(?:take\s+place\s+)?(?P<where>(?:on|in|at|to"
            rf"|into|inside)\s+[^.,;]+)"
        ),
        edits.reset,
    ),
    (
        _compile(
            rf"\b(?:make|paint|turn|colou?r|recolou?r|change|dye)"
            rf"\s+(?:the\s+colou?r\s+of\s+)?(?P<what>[^.,;]{{1,60}}?)"
            rf"(?:'s)?(?:\s+colou?r)?\s+(?:(?:in)?to\s+|be\s+)?(?:bright\s+|dark\s+|light\s+"
            rf"|deep\s+)?(?P<color>(?:{_COLOR}))" + _END
        ),
        edits.recolour,
    ),
    (
        _compile(
            rf"\bmake\s+(?P<what>[^.,;]{{1,60}}?)\s+(?:be\s+)?(?:(?:much|a\s+bit|a\s+little|very"
            rf"|really|even)\s+)*(?P<size>(?:{_SIZE}))" + _END
        ),
        edits.resize,
    ),
    (
        _compile(
            r"\b(?:put|place|add)\s+(?P<wear>(?:an?|some|the|two)\s+[^.,;]+?)\s+(?:on|to|onto)"
            r"\s+(?P<who>[^.,;]+)"
        ),
        edits.dress,
    ),
    (
        _compile(
            r"\b(?:give|dress|have|make|let)\s+(?P<who>[^.,;]+?)\s+(?:wear(?:ing)?\s+"
            r"|in\s+)?(?P<wear>(?:an?|some)\s+[^.,;]+)"
        ),
        edits.dress,
    ),
    (
        _compile(
            r"\b(?P<verb>move|put|place|shift|bring)\s+(?P<what>(?:the|him|her|it|them|this|that"
            r"|his)\b[^.,;]*?)\s+(?P<where>(?:to|on|in|into|onto|next|behind|beside|under|near"
            r"|above|left|right|between)\b[^.,;]*)"
        ),
        edits.move,
    ),
    (
        _compile(
            r"\b(?:replace|swap|exchange|substitute)\s+(?P<what>[^.,;]+?)\s+(?:with|for|by)"
            r"\s+(?P<by>[^.,;]+)"
        ),
        edits.replace_member,
    ),
    (
        _compile(
            r"\b(?:change|turn|transform|convert|make)\s+(?P<what>(?:the|him|her|it|this|that"
            r"|his|their|my)\b[^.,;]*?)\s+(?:in)?to\s+(?:be\s+)?(?P<by>(?:an?|two|three|four"
            r"|five)\s+[^.,;]+)"
        ),
        edits.replace_member,
    ),
    (
        _compile(
            r"\b(?:remove|delete|erase|get\s+rid\s+of|take\s+away|take\s+out|eliminate|cut\s+out)"
            r"\s+([^.,;]+?)(?=\s+(?:from|and\s+(?:add|make|change|put|replace|fill)|that|which)"
            r"\b|[.,;!]|$)(?:\s+from\s+[^.,;]+)?|\b(?:without|no)\s+(?:the\s+|any\s+)?([^.,;]+)"
        ),
        edits.remove,
    ),
)
