"""A source to an issue (期)."""

from casesite.messages import site
from casesite.model.case import Link, Rejected
from casesite.model.document import Issue
from casesite.model.fields import ISSUE
from casesite.model.source import Source
from casesite.reading import addresses
from casesite.reading.context import Context
from casesite.reading.document import Opened, link, once, open_document, read_aliases, read_cover, summary_of
from casesite.reading.form import Form
from casesite.reading.markdown import read_markdown
from casesite.reading.pinyin import read_pinyin
from casesite.reading.unsure import told


def read_issue(source: Source, context: Context) -> Issue | Rejected:
    """Read an issue; its id is the file's name (the folder's, for `index.md`)."""
    opened = open_document(source, ISSUE)
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
    name = _id(form)
    number = form.text("number") or name
    links: list[Link] = []
    places: list[Link] = []
    cover = read_cover(form, links)
    order = once(form.texts("cases"))
    links += [link(f"case/{item.text}", item.place) for item in order]
    return Issue(
        id=name,
        number=number,
        title=form.text("title") or number,
        date=form.date("date"),
        path=source.path,
        cover=cover,
        order=tuple(item.text for item in order),
        summary=form.text("summary") or summary_of(markdown.body),
        aliases=read_aliases(form, places),
        body=markdown.body,
        links=(*links, *markdown.body.links),
        places=tuple(places),
        problems=form.collected(*markdown.problems),
        unsure=told(markdown.unsure),
    )


def _id(form: Form) -> str:
    """Return the file's name, or what an address can be made of it."""
    name = addresses.stem(form.lines.path)
    found = addresses.to_id(name)
    if found != name:
        form.report(site.NAME_NOT_PLAIN, form.lines.whole, name=name, id=found)
    return found
