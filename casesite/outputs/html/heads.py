"""What a page says of itself in its head: title, description, picture."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct

from casesite.outputs.html import inputs
from casesite.outputs.html.frame import Image


class Head(Struct, frozen=True, kw_only=True):
    """A page's head. `title` stands in the tab, `name` is the page's own; `kind` is its template's."""

    title: str
    name: str
    summary: str
    kind: str
    article: bool = False
    hidden: bool = False
    image: Image | None = None


_NAMES: Final[Mapping[type[Any], str]] = {
    inputs.IssuesPage: "issues",
    inputs.RegionsPage: "regions",
    inputs.SearchPage: "search",
    inputs.CallPage: "call_title",
    inputs.NoticePage: "not_found_title",
    inputs.WithdrawnPage: "withdrawn_title",
    inputs.StubPage: "moved_title",
}
_TERMS: Final = {"topic": "topics", "org": "orgs", "tag": "tags", "year": "years"}
_HIDDEN: Final = (inputs.NoticePage, inputs.WithdrawnPage, inputs.StubPage)


def head_of(page: Any, kind: str, strings: Mapping[str, str]) -> Head:  # noqa: ANN401 - a page of any kind
    """Return the head of a page; `kind` is its template's name without ending."""
    say = _sayer(strings)
    frame = page.frame
    name, summary = _name(page, say), ""
    image = None
    if isinstance(page, inputs.CasePage):
        summary, image = page.card.summary, page.cover
    elif isinstance(page, inputs.IssuePage):
        summary, image = page.summary, page.cover
    elif isinstance(page, inputs.HomePage):
        summary, image = frame.description, page.picture
    elif isinstance(page, inputs.ShelfPage):
        summary = page.description
    elif isinstance(page, inputs.DocumentPage):
        summary = page.summary
    title = frame.title
    if name != title:
        title = say("page_title").format(title=name, site=frame.title)
    return Head(
        title=title,
        name=name,
        summary=summary,
        kind=kind,
        article=isinstance(page, inputs.CasePage),
        hidden=isinstance(page, _HIDDEN),
        image=image,
    )


def _sayer(strings: Mapping[str, str]) -> Callable[[str], str]:
    """Return the function that gives a sentence, or its key where the theme has none."""
    return lambda key: strings.get(key, key)


def _name(page: Any, say: Callable[[str], str]) -> str:  # noqa: ANN401 - a page of any kind
    """Return a page's own name. Older pages of a list carry their number, so that no two are named alike."""
    name = _plain_name(page, say)
    if isinstance(page, inputs.ShelfPage | inputs.IssuesPage) and page.pager.newest:
        return f"{name} · {say('page_link').format(number=page.pager.number)}"
    return name


def _plain_name(page: Any, say: Callable[[str], str]) -> str:  # noqa: ANN401, PLR0911 - one line a kind
    """Return a page's name without the number of its page."""
    if isinstance(page, inputs.HomePage):
        return str(page.frame.title)
    if isinstance(page, inputs.CasePage):
        return page.card.title
    if isinstance(page, inputs.IssuePage):
        return f"{page.issue.number} {page.issue.title}".strip()
    if isinstance(page, inputs.ShelfPage):
        return say("year_label").format(year=page.label) if page.kind == "year" else page.label
    if isinstance(page, inputs.TermsPage):
        return say(_TERMS.get(page.kind, page.kind))
    if isinstance(page, inputs.DocumentPage | inputs.HubPage):
        return page.title
    return say(_NAMES[type(page)])
