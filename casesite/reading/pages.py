"""A source to a page."""

from typing import Final

from casesite.messages import site
from casesite.model.case import Link, Rejected
from casesite.model.document import Page
from casesite.model.fields import PAGE
from casesite.model.source import Source
from casesite.reading import addresses
from casesite.reading.context import Context
from casesite.reading.document import Opened, open_document, read_aliases, summary_of
from casesite.reading.form import Form
from casesite.reading.markdown import read_markdown
from casesite.reading.pinyin import read_pinyin
from casesite.reading.unsure import told

FOLDER: Final = "content/pages/"
_MOST: Final = 100_000


def read_page(source: Source, context: Context) -> Page | Rejected:
    """Read a page. `manual/index.md` is the page `manual` at `manual/index.html`; `index.md` is `index`."""
    opened = open_document(source, PAGE)
    if not isinstance(opened, Opened):
        return Rejected(path=source.path, status="unknown", problems=opened)
    form, parts = opened
    markdown = read_markdown(
        parts.body,
        path=source.path,
        first_line=parts.body_line,
        names=context.names,
        pinyin=read_pinyin(form, context.style, context.readings, unsure=context.unsure),
    )
    whole = _name(form)
    places: list[Link] = []
    return Page(
        name=whole.removesuffix("/index"),
        title=form.text("title"),
        path=source.path,
        summary=form.text("summary") or summary_of(markdown.body),
        order=form.whole("order", -_MOST, _MOST) or 0,
        menu=form.flag("menu", default=False),
        aliases=read_aliases(form, places),
        address=f"{whole}.html",
        search=form.flag("search", default=True),
        body=markdown.body,
        links=markdown.body.links,
        places=tuple(places),
        problems=form.collected(*markdown.problems),
        unsure=told(markdown.unsure),
    )


def _name(form: Form) -> str:
    """Return the path below the pages' folder without `.md`, each part made fit for an address."""
    written = form.lines.path.removeprefix(FOLDER).rpartition(".")[0]
    parts = [addresses.to_id(part) for part in written.split("/")]
    found = "/".join(parts)
    if found != written:
        form.report(site.NAME_NOT_PLAIN, form.lines.whole, name=written, id=found)
    return found
