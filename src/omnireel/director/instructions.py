"""The shapes of instructions, in the order in which they are looked for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from omnireel.director import alterations, edits
from omnireel.director.edits import Found
from omnireel.director.lexicon.adjectives import COLORS, SIZES
from omnireel.director.lexicon.closed import NUMERALS
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
_NUMBER = phrase_pattern(list(NUMERALS))
_HOUR = phrase_pattern([*TIME_OF_DAY, *WEATHER, *SEASONS])


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern that is compiled when the first instruction is read, not at import."""

    pattern: str

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return _compiled(self.pattern).finditer(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


READERS: tuple[tuple[Shape, Reader], ...] = (
    (
        Shape(
            r"\bundo\b[^.,;]{0,120}|\bgo\s+back(?:\s+to\s+the\s+previous[^.,;]{0,120}|\s+one\s+step)?"
            + _END
            + r"|\brevert\b[^.,;]{0,120}"
        ),
        edits.undo,
    ),
    (
        Shape(
            r"\b(?:make|let|have)\s+([^.,;]{1,120}?)\s+(?:visible(?:\s+again)?|reappear|appear\s+again)"
            r"\b|\bbring\s+back\s+([^.,;]{1,120})|\bbring\s+([^.,;]{1,120}?)\s+back\b|\bshow\s+([^.,;]{1,120}?)"
            r"\s+again\b|\bunhide\s+([^.,;]{1,120})"
        ),
        edits.show,
    ),
    (
        Shape(
            r"\b(?:make|turn|let|have)\s+([^.,;]{1,120}?)\s+(?:completely\s+|totally\s+)?(?:invisible"
            r"|disappear|vanish|transparent|unseen)\b|\bhide\s+([^.,;]{1,120})"
        ),
        edits.hide,
    ),
    (
        Shape(
            r"\b(?:add|put|place|include|insert|show)\s+(?P<what>(?:an?|the|another)\s+[\w\s-]{1,60}?)"
            r"\s+(?:(?:that|which)\s+)?(?:says?|saying|reads?|reading|with\s+(?:the\s+)?(?:words?"
            r"|text|title|writing))\s*[:,]?\s*\"(?P<text>[^\"]*)\"(?P<where>\s+(?:on|in|next|behind"
            r"|above|beside|near|at|under|to)\b[^.,;\"]{1,120})?"
        ),
        alterations.add_sign,
    ),
    (
        Shape(
            r"\b(?:change|replace|set|make|update|edit)\s+(?:the\s+)?(?:text|words?|writing"
            r"|lettering|title|caption)(?:\s+(?:on|of|in)\s+(?:the\s+)?(?P<on>[\w\s'-]{1,60}?)"
            r")?\s+(?:to(?:\s+(?:say|read))?|with|say|read)\s*:?\s*\"(?P<text>[^\"]*)\""
        ),
        edits.retitle,
    ),
    (
        Shape(
            r"\b(?:make|let|have|change)\s+(?:the\s+)?(?P<on>[\w\s'-]{1,60}?)\s+(?:to\s+)?(?:say|read)"
            r"s?\s*:?\s*\"(?P<text>[^\"]*)\""
        ),
        edits.retitle,
    ),
    (
        Shape(
            r"\b(?:add|put|show|write|include|overlay)\s+(?:the\s+|a\s+"
            r"|an\s+)?(?:[\w-]+\s+)?(?:text|words?|title|captions?|subtitles?"
            r"|label)?\s*(?:that\s+(?:says|reads)|saying|reading|:)?\s*\"(?P<text>[^\"]*)"
            r"\"(?:\s+(?:on|to|over)\s+(?:the\s+)?(?P<on>[\w\s'-]{1,60}?)" + _END + r")?"
        ),
        edits.retitle,
    ),
    (
        Shape(
            r"\b(?:remove|delete|hide|erase|no)\s+(?:all\s+|the\s+|any\s+){0,3}(?:text|titles?"
            r"|captions?|subtitles?)\b"
        ),
        edits.untitle,
    ),
    (
        Shape(
            r"\b(?:remove|mute|delete|no|without|turn\s+off|silence|drop|cut)\s+(?:all\s+|the\s+"
            r"|any\s+|background\s+){0,3}(?P<stem>music|soundtrack|song|score|dialogue|speech"
            r"|voices?|narration|sound\s+effects|effects|ambience|background\s+noise|noise|sound"
            r"|audio|everything|video)\b"
        ),
        edits.rescore,
    ),
    (
        Shape(
            r"\b(?:change|replace|swap|set|switch)\s+(?:the\s+)?(?:background\s+)?(?:music"
            r"|soundtrack|song|score)\s+(?:to|with|for|by)\s+(?:be\s+)?(?:an?\s+|some\s+"
            r"|the\s+)?(?P<music>[^.,;]{1,120})|\bmake\s+the\s+(?:music|soundtrack)"
            r"\s+(?:more\s+)?(?P<mood>[^.,;]{1,120})"
        ),
        edits.new_music,
    ),
    (
        Shape(
            r"\b(?:(?:slowly|quickly|gently|smoothly)\s+)?(?:(?:zoom|push|dolly|move)(?:\s+(?:the\s+)?"
            r"camera)?\s+(?:in|closer)(?:\s+(?:slowly|quickly|gently|smoothly))?\s+(?:on|onto|to|towards?)"
            r"|focus(?:\s+the\s+camera)?\s+on|close[- ]?up\s+(?:on|of)|follow"
            r"|(?:get|go|come)\s+closer\s+to)\s+"
            r"(?P<whom>[^.,;\"]{1,60}?)(?:\s+with\s+the\s+camera)?" + _END
        ),
        alterations.look_at,
    ),
    (
        Shape(
            rf"\b(?:make|crop|turn|convert|change|reframe)\s+{_ALL}\s+(?:in(?:to)?\s+|to\s+"
            rf"|for\s+)?(?:an?\s+)?(?:vertical|portrait|horizontal|landscape|9:16|16:9)"
            rf"(?:\s+(?:mode|format|video|orientation))?"
        ),
        edits.reframe,
    ),
    (
        Shape(
            r"\b(?:(?P<verb>extend|lengthen|shorten|cut|trim|make|continue)\s+)?(?:it|this"
            r"|the\s+(?:video|clip))?\s*(?P<by>by\s+|for\s+another\s+"
            r"|for\s+)?(?:to\s+)?(?P<seconds>\d{1,3}(?:\.\d)?)\s*-?\s*(?:s|secs?|seconds?)"
            r"\b(?:\s+(?:long|longer|shorter|more|in\s+(?:length|total)))?"
        ),
        edits.retime,
    ),
    (
        Shape(
            rf"\b(?:make\s+{_ALL}\s+(?:(?:go|play|run|move)\s+)?(?:in\s+)?|(?:in|into|to)\s+"
            rf"|add\s+(?:a\s+)?|play\s+{_ALL}\s+in\s+)?(?:super\s+)?(?:slow[- ]?mo(?:tion)?"
            rf"|time[- ]?lapse|fast[- ]?motion|hyperlapse)\b|\bmake\s+{_ALL}\s+(?:much\s+"
            rf"|a\s+bit\s+)?(?:slower|faster)\b|\b(?:slow|speed)\s+{_ALL}\s+(?:down|up)\b"
            rf"|\b(?:slow\s+down|speed\s+up)\s+{_ALL}"
        ),
        edits.speed,
    ),
    (
        Shape(
            rf"\b{_MAKE}\s+{_ALL}\s+(?:(?:in)?to\s+|in\s+|look\s+like\s+"
            rf"|look\s+)?(?:be\s+)?(?:an?\s+"
            rf"|the\s+)?(?:style\s+of\s+)?(?P<style>[\w\s'-]{{0,60}}?\b(?:{_STYLE})\b)"
            r"(?:[- ](?:styled?|film|movie|look|cartoon|version|video|footage|art)){0,3}"
        ),
        edits.restyle,
    ),
    (
        Shape(
            rf"\b(?:in|as)\s+(?:an?\s+"
            rf"|the\s+)?(?:style\s+of\s+)?(?P<style>(?:{_STYLE}))"
            rf"(?:[- ]style)?" + _END
        ),
        edits.restyle,
    ),
    (
        Shape(
            rf"\b(?:apply|use|add|give\s+{_ALL})\s+(?:an?\s+"
            rf"|the\s+)?(?P<style>(?:{_STYLE}))\s+(?:style|look|filter"
            rf"|effect|aesthetic)"
        ),
        edits.restyle,
    ),
    (
        Shape(
            rf"\b(?:change|make|set|turn|adjust)\s+(?:the\s+)?(?:lighting|lights?|illumination"
            rf"|mood\s+lighting)\s+(?:to\s+)?(?:be\s+|look\s+|become\s+)?(?:much\s+|more\s+"
            rf"|a\s+bit\s+)?(?P<light>[\w-]+)|\b(?:add|use)\s+(?P<light2>(?:{_LIGHT}))"
            rf"\s+light(?:ing|s)?\b"
        ),
        edits.relight,
    ),
    (
        Shape(
            rf"\bmake\s+{_ALL}\s+(?:look\s+|feel\s+|be\s+)?(?:much\s+|more\s+"
            rf"|a\s+bit\s+){{0,3}}(?P<light>(?:{_LIGHT}))" + _END
        ),
        edits.relight,
    ),
    (
        Shape(
            r"\b(?:change|set|replace|swap|switch|move|turn)\s+(?:the\s+)?(?:background|setting"
            r"|location|place|scene|environment|backdrop|time(?:\s+of\s+day)?|weather|season"
            r"|scenery|sky)\s+(?:to|with|into|for)\s+(?:be\s+)?(?P<where>[^.,;]{1,120})"
        ),
        edits.reset,
    ),
    (
        Shape(
            rf"\b(?:make|set|change|turn)\s+{_ALL}\s+(?:(?:be\s+)?(?:at|in|on|to|into"
            rf"|take\s+place\s+(?:at|in|on))\s+)?(?:an?\s+|the\s+)?(?P<where>(?:{_HOUR}))"
            rf"(?:\s+(?:time|day|scene))?" + _END
        ),
        edits.reset,
    ),
    (
        Shape(
            rf"\b(?:make\s+it|have\s+it|let\s+it|add"
            rf"|include)\s+(?:start\s+(?:to\s+)?)?(?:some\s+|heavy\s+|light\s+"
            rf"|falling\s+){{0,3}}(?P<where>rain(?:ing)?|snow(?:ing|fall)?|fog|mist|wind|storm"
            rf"|lightning|thunder)\b(?:\s+to\s+{_ALL})?"
        ),
        edits.reset,
    ),
    (
        Shape(
            rf"\b(?:put|move|place|set|have|transport|take)\s+(?:{_ALL}|him|her|them|everyone"
            rf"|the\s+(?:action|story|scene))\s+(?:take\s+place\s+)?(?P<where>(?:on|in|at|to"
            rf"|into|inside)\s+[^.,;]{{1,120}})"
        ),
        edits.reset,
    ),
    (
        Shape(
            rf"\b(?:make|paint|turn|colou?r|recolou?r|change|dye)"
            rf"\s+(?:the\s+colou?r\s+of\s+)?(?P<what>[^.,;]{{1,60}}?)"
            rf"(?:'s)?(?:\s+colou?r)?\s+(?:(?:in)?to\s+|be\s+)?(?:bright\s+|dark\s+|light\s+"
            rf"|deep\s+)?(?P<color>(?:{_COLOR}))" + _END
        ),
        edits.recolour,
    ),
    (
        Shape(
            rf"\bmake\s+(?P<what>[^.,;]{{1,60}}?)\s+(?:be\s+)?(?:(?:much|a\s+bit|a\s+little|very"
            rf"|really|even)\s+){{0,3}}(?P<size>(?:{_SIZE}))" + _END
        ),
        edits.resize,
    ),
    (
        Shape(
            r"\b(?:put|place|add)\s+(?P<wear>(?:an?|some|the|two)\s+[^.,;]{1,120}?)\s+(?:on|to|onto)"
            r"\s+(?P<who>[^.,;]{1,120})"
        ),
        edits.dress,
    ),
    (
        Shape(
            r"\b(?:give|dress|have|make|let)\s+(?P<who>[^.,;]{1,120}?)\s+(?:wear(?:ing)?\s+"
            r"|in\s+)?(?P<wear>(?:an?|some)\s+[^.,;]{1,120})"
        ),
        edits.dress,
    ),
    (
        Shape(
            rf"(?:\b(?:make|have|show|keep|use|change)\s+(?:(?:it|that|this|them|there"
            rf"|the\s+number\s+of\s+\w+|the\s+\w+)\s+)?(?:be\s+|to\s+)?|\bthere\s+(?:should|must)"
            rf"\s+be\s+|^\W*|\bwith\s+)(?:only\s+|just\s+|exactly\s+)*(?P<many>(?:\d+|{_NUMBER})"
            rf"\s+(?!more\b)[^.,;\"\d]{{1,40}}?)(?:\s+instead(?:\s+of\s+[^.,;]+)?|\s+only)?" + _END
        ),
        alterations.recount,
    ),
    (
        Shape(
            r"\bmake\s+(?P<what>(?:the|him|her|this|that|his|their|my)\b[^.,;]{0,60}?)\s+(?:be\s+)?"
            r"(?P<by>(?:an?|two|three)\s+[^.,;]{1,80})"
        ),
        alterations.become,
    ),
    (
        Shape(
            r"\b(?P<verb>move|put|place|shift|bring)\s+(?P<what>(?:the|him|her|it|them|this|that"
            r"|his)\b[^.,;]{0,120}?)\s+(?P<where>(?:to|on|in|into|onto|next|behind|beside|under|near"
            r"|above|left|right|between)\b[^.,;]{0,120})"
        ),
        edits.move,
    ),
    (
        Shape(
            r"\b(?:replace|swap|exchange|substitute)\s+(?P<what>[^.,;]{1,120}?)\s+(?:with|for|by)"
            r"\s+(?P<by>[^.,;]{1,120})"
        ),
        edits.replace_member,
    ),
    (
        Shape(
            r"\b(?:change|turn|transform|convert|make)\s+(?P<what>(?:the|him|her|it|this|that"
            r"|his|their|my)\b[^.,;]{0,120}?)\s+(?:in)?to\s+(?:be\s+)?(?P<by>(?:an?|two|three|four"
            r"|five)\s+[^.,;]{1,120})"
        ),
        edits.replace_member,
    ),
    (
        Shape(
            r"\b(?:(?:remove|delete|erase|lose|drop|take\s+(?:off|away)|get\s+rid\s+of)\s+"
            r"|(?:make|have|let)\s+(?:him|her|them|the\s+\w+)\s+take\s+off\s+|without\s+|no\s+)"
            r"(?P<worn>[^.,;]{1,80}?)(?:\s+off)?" + _END
        ),
        alterations.undress,
    ),
    (
        Shape(
            r"\b(?:remove|delete|erase|get\s+rid\s+of|take\s+away|take\s+out|eliminate|cut\s+out)"
            r"\s+([^.,;]{1,120}?)(?=\s+(?:from|and\s+(?:add|make|change|put|replace|fill)|that|which)"
            r"\b|[.,;!]|$)(?:\s+from\s+[^.,;]{1,120})?|\b(?:without|no)\s+(?:the\s+|any\s+)?([^.,;]{1,120})"
        ),
        edits.remove,
    ),
)
