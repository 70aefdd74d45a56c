"""Markdown as cases are written in it → a well-formed XML fragment and all that is known of it."""

from casesite.chinese.ruby import Names, Seen
from casesite.reading.markdown.reader import Markdown, read_body
from casesite.reading.pinyin import Pinyin

__all__ = ["Markdown", "read_body", "read_markdown"]


def read_markdown(  # noqa: PLR0913  what a body depends on
    text: str, *, path: str, first_line: int, names: Names, pinyin: Pinyin, seen: Seen | None = None
) -> Markdown:
    """Read a body; `names` are the site's, `seen` the words that the title has marked, where it has one."""
    return read_body(
        text,
        path=path,
        first_line=first_line,
        style=pinyin.style,
        names=names,
        readings=pinyin.readings,
        seen=seen,
        unsure=pinyin.unsure,
    )
