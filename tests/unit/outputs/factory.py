"""Small sites for the formats, and a store that holds their bodies."""

from typing import Any

from casesite.gathering.read import Read, ReadCase
from casesite.gathering.site import gather
from casesite.model.case import Body, Card, Details, Link
from casesite.model.settings import Settings
from casesite.model.shown import shown
from casesite.model.site import Site
from casesite.model.theme import Theme

NOW = "2024-09-01T00:00:00Z"
URL = "https://example.org/cases"
ID = "0b7f5c1e-7a53-4c5e-9f0e-3a5b8f6f1a11"
THEME = Theme(name="t", templates={}, static={}, strings={}, places={}, digest="d1")
_DETAILS = frozenset(Details.__struct_fields__)


class Bodies:
    """A store of bodies by case id."""

    def __init__(self, **xml: str) -> None:
        self.xml = xml

    def body(self, case_id: str) -> Body:
        """Return what was given, else a paragraph."""
        return Body(self.xml.get(case_id, "<p>正文</p>"))

    def words(self, case_id: str) -> bytes:
        """Return no words."""
        del case_id
        return b""

    def terms(self, case_id: str) -> bytes:
        """Fail: none of these formats asks for terms."""
        raise LookupError(case_id)


def case(name: str, **values: Any) -> ReadCase:  # noqa: ANN401 - any field of a case
    """Make a case; `links` are targets."""
    details = {key: values.pop(key) for key in list(values) if key in _DETAILS}
    details["links"] = tuple(Link(target, 1, 1, "") for target in details.get("links", ()))
    card = {
        "id": name,
        "path": f"content/cases/{name}.md",
        "title": f"案例{name}",
        "date": "2024-08-20",
        **values,
    }
    read = Card(**card), Details(**details)
    return ReadCase(*read, f"body of {name}", shown(*read))


def site(*cases: ReadCase, settings: dict[str, Any] | None = None, **rest: Any) -> Site:  # noqa: ANN401 - any part of Read
    """Gather a site with an address of its own."""
    given = {"title": "案例库", "id": ID, "url": URL, **(settings or {})}
    return gather(Read(settings=Settings(**given), cases=cases, **rest), now=NOW)[0]
