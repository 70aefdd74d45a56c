"""Pictures: inside a line, as a figure with its caption, several as a gallery."""

from markdown_it.token import Token

from casesite.chinese.ruby import escape, mark
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


def pictures_alone(inline: Token) -> list[Token]:
    """Return the pictures of a paragraph that holds nothing else, or none."""
    found = []
    for token in inline.children or ():
        if token.type == "image":
            found.append(token)
        elif token.type not in ("softbreak", "hardbreak") and (token.type != "text" or token.content.strip()):
            return []
    return found


def figures(draft: Draft, inline: Token, found: list[Token], alts: list[str], attributes: str) -> str:
    """Return a figure, or a gallery of several; `attributes` are the paragraph's, as they stand in a tag."""
    made = []
    for token, alt in zip(found, alts, strict=True):
        image = picture(draft, token, draft.place(inline, token.meta.get("at", 0)), alt, title=False)
        caption = str(token.attrs.get("title", "")).strip()
        if caption:
            draft.block("caption", caption)
            image += f"<figcaption>{mark(caption, draft.level, draft.names, draft.readings)}</figcaption>"
        made.append(image)
    if len(made) == 1:
        return f"<figure{attributes}>{made[0]}</figure>\n"
    return f'<div class="gallery"{attributes}>{"".join(f"<figure>{one}</figure>" for one in made)}</div>\n'
