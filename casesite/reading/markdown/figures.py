"""Paragraphs that hold only pictures: a figure with its caption, or several as a gallery."""

from markdown_it.token import Token

from casesite.model.problem import Place
from casesite.reading.markdown.draft import FROM, Draft
from casesite.reading.markdown.parser import parser
from casesite.reading.markdown.phrases import Phrase, phrase, plain_text
from casesite.reading.markdown.pictures import picture


def pictures_alone(inline: Token) -> list[Token]:
    """Return the pictures of a paragraph that holds nothing else, or none."""
    found = []
    for token in inline.children or ():
        if token.type == "image":
            found.append(token)
        elif token.type not in ("softbreak", "hardbreak") and (token.type != "text" or token.content.strip()):
            return []
    return found


def figures(draft: Draft, inline: Token, found: list[Token], attributes: str) -> str:
    """Return a figure, or a gallery of several; `attributes` are the paragraph's, as they stand in a tag."""
    made = [_figure(draft, inline, token) for token in found]
    if len(made) == 1:
        return f"<figure{attributes}>{made[0]}</figure>\n"
    return f'<div class="gallery"{attributes}>{"".join(f"<figure>{one}</figure>" for one in made)}</div>\n'


def _figure(draft: Draft, inline: Token, token: Token) -> str:
    """Return what stands in a figure."""
    place = draft.place(inline, token.meta.get("at", 0))
    image = picture(draft, token, place, plain_text(token.children or []), title=False)
    xml, plain = _caption(draft, str(token.attrs.get("title", "")).strip(), place)
    draft.block("caption", plain)
    return f"{image}<figcaption>{xml}</figcaption>" if plain else image


def _caption(draft: Draft, text: str, shown: Place) -> Phrase:
    """Return a caption, which may hold markup and readings; `shown` is where its picture stands."""
    if not text:
        return Phrase("", "")
    token = parser().parseInline(text, {})[0]
    line = shown.line - draft.first_line
    token.map = [line, line + 1]
    token.meta[FROM] = max(shown.excerpt.find("](", shown.column), 0)
    return phrase(draft, token)
