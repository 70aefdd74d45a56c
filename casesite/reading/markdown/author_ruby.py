"""Readings that the author writes: `{重庆|chóng|qìng}`, `{重庆|chóng qìng}`, or `{重庆}` for ours.

Makes tokens of type `author_ruby` with the word as content; `meta` holds the syllables, or a code of
`messages.markdown` and its values where they do not fit.
"""

import re
from typing import Final

from markdown_it.rules_inline import StateInline

from casesite.chinese.text import HAN_RANGES
from casesite.messages import markdown as codes

_BRACES: Final = re.compile(r"\{([^{}|\\\n]{1,40})((?:\\?\|[^{}|\\\n]{0,80}){0,40})\}")
_WORD: Final = re.compile(f"[{HAN_RANGES}]+")
_SYLLABLE: Final = re.compile(
    "[a-zA-ZāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêếềĀÁǍÀĒÉĚÈĪÍǏÌŌÓǑÒŪÚǓÙÜ\u0300\u0301\u0304\u030c’']{1,8}"
)


def author_ruby(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Take a word in braces with its reading."""
    found = _BRACES.match(state.src, state.pos, state.posMax)
    if found is None or not _WORD.search(found[1]) or not (found[2] or _WORD.fullmatch(found[1])):
        return False
    if not silent:
        token = state.push("author_ruby", "", 0)
        token.content = word = found[1]
        syllables = tuple(found[2].replace("\\", "").replace("|", " ").split())
        token.meta = {"at": state.pos, "syllables": syllables, "code": "", "values": {}}
        wrong = next((item for item in syllables if not _SYLLABLE.fullmatch(item)), "")
        if not _WORD.fullmatch(word):
            token.meta |= {"code": codes.RUBY_WORD, "values": {"word": word}}
        elif wrong:
            token.meta |= {"code": codes.RUBY_SYLLABLE, "values": {"word": word, "syllable": wrong}}
        elif found[2] and len(syllables) != len(word):
            values = {"word": word, "characters": str(len(word)), "syllables": str(len(syllables))}
            token.meta |= {"code": codes.RUBY_COUNT, "values": values}
    state.pos = found.end()
    return True
