"""Markdown as cases are written in it → a well-formed XML fragment and all that is known of it."""

from casesite.chinese.pinyin import Readings
from casesite.model.settings import PinyinLevel
from casesite.reading.context import Context
from casesite.reading.markdown.reader import Markdown, read_body

__all__ = ["Markdown", "read_body", "read_markdown"]


def read_markdown(  # noqa: PLR0913  what a body depends on
    text: str, *, path: str, first_line: int, context: Context, level: PinyinLevel, readings: Readings
) -> Markdown:
    """Read a body with a site's names; `readings` are the site's and the document's, joined."""
    return read_body(
        text,
        path=path,
        first_line=first_line,
        level=level,
        names=context.names,
        readings=readings,
    )
