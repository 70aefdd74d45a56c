"""An artifact of a page → its bytes."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from casesite.model.artifact import Artifact, Store
from casesite.model.case import Heading
from casesite.model.problem import Problem
from casesite.model.theme import Theme
from casesite.outputs import templates
from casesite.outputs.html.bodies import page_body, short
from casesite.outputs.html.citation import cite
from casesite.outputs.html.heads import head_of
from casesite.outputs.html.inputs import CasePage, DocumentPage, IssuePage
from casesite.outputs.html.shared import shared_values

_TEMPLATES: Final[Mapping[str, str]] = {
    "html/home": "home.html",
    "html/issues": "issues.html",
    "html/issue": "issue.html",
    "html/case": "case.html",
    "html/withdrawn": "withdrawn.html",
    "html/shelf": "shelf.html",
    "html/terms": "terms.html",
    "html/regions": "regions.html",
    "html/hub": "hub.html",
    "html/page": "page.html",
    "html/call": "call.html",
    "html/search": "search.html",
    "html/notice": "404.html",
    "html/stub": "stub.html",
}
"""The template of each kind of page."""

_CONTENTS: Final = 3
"""From how many headings on a text has a table of contents."""


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
    """Make a page. A template's slip is a problem at its line (see `outputs.templates.render`)."""
    inputs = artifact.inputs
    if artifact.kind == "html/sheet":
        return str(inputs.css).encode()
    values = shared_values(theme, inputs.frame, artifact.path)
    values["page"] = inputs
    values["path"] = artifact.path
    values["url"] = f"{inputs.frame.url}/{quote(artifact.path)}" if inputs.frame.url else ""
    name = _TEMPLATES[artifact.kind]
    values["head"] = head_of(inputs, name.removesuffix(".html"), theme.strings)
    values |= _own(inputs, values["root"], store)
    text = templates.render(theme, name, values, artifact.path)
    return text if isinstance(text, Problem) else text.encode()


def _own(inputs: object, root: str, store: Store) -> dict[str, Any]:
    """Return what one kind of page has beside its inputs: its body as markup, its contents, its citation."""
    if isinstance(inputs, CasePage):
        body = page_body(store.body(inputs.card.id).xml, inputs.addresses, root)
        title = short(inputs.details.title_xml)
        return {
            "body": templates.markup(body),
            "title": templates.markup(title) if title else inputs.card.title,
            "ruby": "<ruby" in body or "<ruby" in title,
            "contents": _contents(inputs.details.headings),
            "citation": cite(inputs),
        }
    if isinstance(inputs, DocumentPage | IssuePage):
        body = page_body(inputs.xml, inputs.addresses, root)
        contents = _contents(inputs.headings) if isinstance(inputs, DocumentPage) else ()
        return {"body": templates.markup(body), "ruby": "<ruby" in body, "contents": contents}
    return {}


def _contents(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Return the headings of the two outer levels, or none when they are few."""
    if not headings:
        return ()
    outer = min(one.level for one in headings)
    found = tuple(one for one in headings if one.level <= outer + 1)
    return found if len(found) >= _CONTENTS else ()
