"""From the Markdown of a body to its XML fragment and all that is known of it."""

from msgspec import Struct

from casesite.chinese.pinyin import Readings
from casesite.chinese.ruby import Names, Seen, Style
from casesite.chinese.text import count_words
from casesite.model.case import Body
from casesite.model.problem import Problem
from casesite.reading.markdown.draft import Draft, Ruby
from casesite.reading.markdown.limits import FORBIDDEN, admit
from casesite.reading.markdown.parser import parser
from casesite.reading.markdown.writer import Writer
from casesite.reading.unsure import Heard


class Markdown(Struct, frozen=True, array_like=True):
    """A body as read, and its problems in the order of their places; `unsure` are readings to doubt."""

    body: Body
    problems: tuple[Problem, ...] = ()
    unsure: tuple[Heard, ...] = ()


def read_body(  # noqa: PLR0913  what a body depends on
    text: str,
    *,
    path: str,
    first_line: int,
    style: Style,
    names: Names,
    readings: Readings,
    seen: Seen | None = None,
    unsure: bool = False,
) -> Markdown:
    """Read a body; `first_line` is the line of the file `path` that `text` begins at.

    With `unsure` readings that are not sure are listened for.

    Never fails: whatever is wrong is a problem (`messages.markdown`); the XML is well-formed for any text.
    """
    lines, problems = admit(text, path, first_line)
    ruby = Ruby(style, names, readings, set() if seen is None else seen, [] if unsure else None)
    draft = Draft(lines, path=path, first_line=first_line, ruby=ruby)
    Writer(draft, parser().parse("\n".join(lines), {})).write()
    xml = FORBIDDEN.sub("", "".join(draft.out))
    words = "\n".join(block.text for block in draft.blocks)
    body = Body(
        xml,
        tuple(draft.blocks),
        tuple(draft.headings),
        tuple(draft.links),
        tuple(draft.anchors),
        count_words(words),
    )
    return Markdown(body, tuple(sorted({*problems, *draft.problems})), tuple(ruby.heard or ()))
