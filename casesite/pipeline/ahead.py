"""The page of a case that was just saved, before the whole site is built anew: what a preview shows first."""

from typing import Final

from msgspec.structs import replace

from casesite.gathering.shape import keeps_shape
from casesite.messages import find
from casesite.model.case import Body, Case
from casesite.model.problem import Problem
from casesite.model.shown import shown
from casesite.model.source import Source
from casesite.outputs import html
from casesite.pipeline import Build
from casesite.reading.cases import read_case

_INBOX: Final = "content/inbox/"


class _OneBody:
    """A store with the body of one case (`model.artifact.Store`)."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def body(self, case_id: str) -> Body:
        del case_id
        return self._body

    def terms(self, case_id: str) -> bytes:
        raise KeyError(case_id)

    words = terms


def page_ahead(build: Build, source: Source) -> tuple[str, bytes] | None:
    """Return the path of the case's page and the page; `build` is the last one, of the source before.

    `None` where more than the case's own words was changed, or something is wrong with it: that only a whole
    build can tell.
    """
    entry = next((one for one in build.site.entries if one.card.path == source.path), None)
    if entry is None or build.theme is None:
        return None
    context = build.context._replace(unsure=False)  # readings are for the report, which is made later
    case = read_case(source, context, inbox=source.path.startswith(_INBOX))
    if not isinstance(case, Case) or any(find(one.code).severity == "error" for one in case.problems):
        return None
    if not keeps_shape((entry.card, entry.details), (case.card, case.details)):
        return None
    told = shown(case.card, case.details)
    after = replace(entry, card=case.card, details=case.details, body=source.digest, shown=told)
    before = next(
        (one for one in build.artifacts if one.kind == "html/case" and one.source == source.path), None
    )
    if before is None:
        return None
    page = html.retold(before, after, build.theme)
    data = html.render(page, build.theme, _OneBody(case.body))
    return None if isinstance(data, Problem) else (page.path, data)
