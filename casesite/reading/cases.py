"""A source to a case."""

from typing import Final, NamedTuple, cast

from casesite.chinese.ruby import Seen, mark
from casesite.messages import site
from casesite.model.case import (
    Body,
    Card,
    Case,
    Correction,
    Details,
    Link,
    Origin,
    Rejected,
    Status,
)
from casesite.model.source import Source
from casesite.reading import addresses, dates
from casesite.reading.context import Context
from casesite.reading.document import (
    Opened,
    file_beside,
    link,
    names,
    once,
    open_document,
    read_aliases,
    read_cover,
    summary_of,
)
from casesite.reading.figures import read_figures
from casesite.reading.form import Form
from casesite.reading.keys import OF_CASE
from casesite.reading.markdown import read_markdown
from casesite.reading.own_fields import read_checks_off, read_extra, read_own
from casesite.reading.pinyin import read_pinyin
from casesite.reading.shelving import read_org, read_region, read_tags, read_topics
from casesite.reading.unsure import of_title, told

NO_DATE: Final = "0001-01-01"
"""The date of a case that has none, which is an error."""


def read_case(source: Source, context: Context, inbox: bool = False) -> Case | Rejected:  # noqa: FBT001, FBT002  the contract
    """Read a case.

    A field that is wrong has its empty value and a problem; only a file whose fields cannot be read at all is
    rejected. What stands under `private:` is in no value.
    """
    opened = open_document(source, context.table, OF_CASE)
    if not isinstance(opened, Opened):
        return Rejected(path=source.path, status="inbox" if inbox else "unknown", problems=opened)
    form, parts = opened
    pinyin = read_pinyin(form, context.style, context.readings, unsure=context.unsure)
    seen: Seen = set()
    title = form.text("title")
    title_xml = mark(title, pinyin.style, context.names, pinyin.readings, seen)
    markdown = read_markdown(
        parts.body,
        path=source.path,
        first_line=parts.body_line,
        names=context.names,
        pinyin=pinyin,
        seen=seen,
    )
    links: list[Link] = []
    places = [link("id", form.place("id"))] if form.node("id") else []
    corrections = _corrections(form)
    card = _card(form, context, _Known(title, corrections, markdown.body, links), inbox=inbox)
    details = Details(
        title_xml=title_xml,
        title_en=form.text("title_en"),
        summary_en=form.text("summary_en"),
        period=form.checked("period", dates.period),
        attachments=_attachments(form, links),
        authors=tuple(item.text for item in names(form, "authors")),
        source=_origin(form),
        aliases=read_aliases(form, places),
        corrections=corrections,
        related=_related(form, links),
        pinyin=pinyin.style.level,
        headings=markdown.body.headings,
        anchors=markdown.body.anchors,
        links=(*links, *markdown.body.links),
        extra=read_extra(form),
        checks_off=read_checks_off(form),
        places=tuple(places),
    )
    problems = form.collected(*markdown.problems)
    doubted = (*of_title(form, title, title_xml, context.names, pinyin), *markdown.unsure)
    return Case(card=card, details=details, body=markdown.body, problems=problems, unsure=told(doubted))


class _Known(NamedTuple):
    """What a card takes from elsewhere; links are added to."""

    title: str
    corrections: tuple[Correction, ...]
    body: Body
    links: list[Link]


def _card(form: Form, context: Context, known: _Known, *, inbox: bool) -> Card:
    """Return what lists see of a case."""
    timezone = context.settings.timezone
    date = form.date("date") or NO_DATE
    issue = form.text("issue")
    if issue:
        known.links.append(link(f"issue/{issue}", form.place("issue")))
    return Card(
        id=_id(form),
        path=form.lines.path,
        title=known.title,
        date=date,
        status=_status(form, inbox=inbox),
        issue=issue,
        org=read_org(form, context),
        region=read_region(form, context),
        topics=read_topics(form, context),
        tags=read_tags(form),
        summary=form.text("summary") or summary_of(known.body),
        figures=read_figures(form, context),
        cover=read_cover(form, known.links),
        featured=form.flag("featured", default=False),
        publish_at=form.moment("publish_at", timezone),
        expire_at=form.moment("expire_at", timezone),
        fields=read_own(form, context, known.links),
        words=known.body.words,
        search=form.flag("search", default=True),
        updated=max(date, *(correction.date for correction in known.corrections))
        if known.corrections
        else date,
    )


def _id(form: Form) -> str:
    """Return the id: the one given, else the file's name, else what an address can be made of."""
    given = form.text("id")
    if given:
        if not addresses.is_id(given):
            better = addresses.to_id(given)
            form.report(site.ID_INVALID, form.place("id"), found=given, line=f"id: {better}")
            return better
        return given
    name = addresses.stem(form.lines.path)
    if addresses.is_id(name):
        return name
    found = addresses.to_id(name)
    form.report(
        site.ID_NOT_FIXED, form.head, name=name, id=found, line=f"id: {found}", first=str(form.head.line)
    )
    return found


def _status(form: Form, *, inbox: bool) -> Status:
    """Return the status. Nothing in the inbox is published, whatever its status says."""
    status = form.choice("status")
    if inbox and status in ("published", "withdrawn"):
        form.report(site.INBOX_STATUS, form.place("status"), found=status)
        status = ""
    elif status == "inbox" and not inbox:
        form.report(site.STATUS_INBOX, form.place("status"), found=status)
    return cast("Status", status or ("inbox" if inbox else "published"))


def _corrections(form: Form) -> tuple[Correction, ...]:
    """Return the corrections that have both date and text, oldest first."""
    pairs = ((own.date("date"), own.text("text")) for own in form.groups("corrections"))
    return tuple(
        sorted((Correction(date, text) for date, text in pairs if date and text), key=lambda c: c.date)
    )


def _origin(form: Form) -> Origin:
    """Return where the case first appeared; an address alone is one."""
    own = form.group("source", "name")
    if own is None:
        return Origin()
    name, url = own.text("name"), own.checked("url", addresses.url)
    if not url and name == addresses.url(name):
        name, url = "", name
    return Origin(name, url, own.date("date"))


def _attachments(form: Form, links: list[Link]) -> tuple[str, ...]:
    """Return the attachments' project paths, each once, and note their links."""
    paths = {}
    for item in form.texts("attachments"):
        path = file_beside(form, form.name("attachments"), item.text, item.place)
        if path and path not in paths:
            paths[path] = link(f"file/{path}", item.place)
    links += paths.values()
    return tuple(paths)


def _related(form: Form, links: list[Link]) -> tuple[str, ...]:
    """Return the ids of related cases, each once, and note their links."""
    items = once(form.texts("related"))
    links += [link(f"case/{item.text}", item.place) for item in items]
    return tuple(item.text for item in items)
