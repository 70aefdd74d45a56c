"""Small sites by hand: cases, issues and pages as reading would give them."""

from typing import Any, Literal

from casesite.gathering.read import Read, ReadCase
from casesite.gathering.site import gather
from casesite.model.case import Body, Card, Details, Link, Rejected
from casesite.model.document import Issue, Page
from casesite.model.problem import Problem
from casesite.model.settings import Settings
from casesite.model.shown import shown
from casesite.model.site import Site
from casesite.model.source import Asset

NOW = "2024-09-01T00:00:00Z"
_DETAILS = frozenset(Details.__struct_fields__)


def case(name: str, /, *links: str, **values: Any) -> ReadCase:  # noqa: ANN401 - any field of a case
    """Make a case; `links` are targets, each on a line of its own from line 10."""
    details = {key: values.pop(key) for key in list(values) if key in _DETAILS}
    details.setdefault("links", lines(links))
    body = values.pop("body", f"body of {name}")
    path = values.pop("path", f"content/cases/{name}.md")
    card = {"id": name, "title": f"案例{name}", "date": "2024-08-20", **values}
    read = Card(path=path, **card), Details(**details)
    return ReadCase(*read, body, shown(*read))


def issue(name: str, /, *links: str, **values: Any) -> Issue:  # noqa: ANN401 - any field of an issue
    """Make an issue; its listed cases come from `order` as links from line 5."""
    order = values.get("order", ())
    every = lines([f"case/{one}" for one in order], 5) + lines(links)
    given = {"number": name, "title": f"{name}期", "path": f"content/issues/{name}.md", **values}
    return Issue(id=name, links=every, **given)


def page(name: str, /, *links: str, **values: Any) -> Page:  # noqa: ANN401 - any field of a page
    """Make a page."""
    given = {"title": name, "path": f"content/pages/{name}.md", "address": f"{name}.html", **values}
    return Page(name=name, links=lines(links), **given)


def lines(targets: Any, first: int = 10) -> tuple[Link, ...]:  # noqa: ANN401 - any sequence of text
    """Make a link of each target."""
    return tuple(Link(target, first + n, 3, f"[{target}]") for n, target in enumerate(targets))


def asset(path: str, kind: str = "jpeg") -> Asset:
    """Make a file beside a document."""
    return Asset(path, 1000, f"digest of {path}", kind)


def assets(*some: Asset) -> dict[str, Asset]:
    """Index files by path."""
    return {one.path: one for one in some}


def rejected(path: str) -> Rejected:
    """Make a file that could not be read."""
    status: Literal["inbox", "unknown"] = "inbox" if path.startswith("content/inbox/") else "unknown"
    return Rejected(path=path, status=status, problems=(Problem(path, 2, 1, "yaml-broken"),))


def body(*anchors: str) -> Body:
    """Make a body with anchors."""
    return Body("<p>…</p>", anchors=anchors)


def gathered(*cases: ReadCase, preview: bool = False, now: str = NOW, **rest: Any) -> Site:  # noqa: ANN401 - any part of Read
    """Return the site."""
    return gather(_read(cases, rest), now=now, preview=preview)[0]


def reported(*cases: ReadCase, now: str = NOW, **rest: Any) -> list[str]:  # noqa: ANN401 - any part of Read
    """Return the problems as `file:line code value value …`."""
    return [
        f"{one.path}:{one.line} {one.code} {' '.join(value for _, value in one.values)}".rstrip()
        for one in gather(_read(cases, rest), now=now)[1]
    ]


def _read(cases: tuple[ReadCase, ...], rest: dict[str, Any]) -> Read:
    settings = rest.pop("settings", Settings(title="案例库", id="a", url="https://example.org"))
    return Read(settings=settings, cases=cases, **rest)
