"""Pictures, wherever they stand."""

from markdown_it.token import Token

from casesite.chinese.ruby import escape
from casesite.messages import markdown as codes
from casesite.model.problem import Place
from casesite.reading.markdown.draft import Draft, quote
from casesite.reading.markdown.targets import picture_target


def picture(draft: Draft, token: Token, place: Place, alt: str, *, title: bool = True) -> str:
    """Return the element of a picture; the words that stand for it where it cannot be shown."""
    source = str(token.attrs.get("src", ""))
    target = picture_target(source, draft.path)
    if target.refused:
        draft.report(place, target.refused, **dict(target.values))
        return escape(alt)
    draft.link(target.reference, place)
    if not alt.strip():
        draft.report(place, codes.ALT_MISSING, file=source)
    attributes = draft.attributes(
        token, place.line - draft.first_line, keep=("id", "class", "lang", "width", "height")
    )
    caption = str(token.attrs.get("title", "")) if title else ""
    words = f' title="{quote(caption)}"' if caption else ""
    return f'<img src="{quote(target.address)}" alt="{quote(alt)}"{words}{attributes}/>'
