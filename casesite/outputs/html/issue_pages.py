"""The list of issues (期) and the page of each."""

from collections.abc import Iterator

from casesite.model.artifact import Artifact, Later
from casesite.model.site import IssueShelf
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.html.bodies import addresses
from casesite.outputs.html.frame import Frame, IssueMark, Link
from casesite.outputs.html.framing import ISSUES
from casesite.outputs.html.inputs import IssueLine, IssuePage, IssuesPage
from casesite.outputs.html.lookup import Lookup
from casesite.outputs.html.paging import paged


def plan_issues(look: Lookup, frame: Frame, theme: Theme) -> Iterator[Artifact]:
    """Name the pages of the list, then each issue's; a site without issues has none."""
    site = look.site
    lines = [IssueLine(look.marks[one.issue.id], one.issue.summary, len(one.members)) for one in site.issues]
    if lines:
        for path, part, pager in paged(lines, site.settings.page_size, ISSUES):
            page = IssuesPage(frame=frame, issues=tuple(part), pager=pager)
            yield digest.artifact(path, "html/issues", page, theme=theme)
    common = digest.of(frame)
    marks = [look.marks[one.issue.id] for one in site.issues]
    for number, shelf in enumerate(site.issues):
        issue = shelf.issue
        older = marks[number + 1] if number + 1 < len(marks) else None
        newer = marks[number - 1] if number else None
        known = addresses(site, (*issue.body.links, *issue.links))
        state = (
            common,
            (marks[number], older and _link(older), newer and _link(newer)),
            (issue.summary, issue.body.xml, known, look.image(issue.cover)),
            look.states_of(shelf.members),
        )
        one = Later(_page, (shelf, look, frame, older, newer))
        yield digest.artifact(issue.address, "html/issue", one, theme=theme, source=issue.path, shared=state)


def _page(
    shelf: IssueShelf, look: Lookup, frame: Frame, older: IssueMark | None, newer: IssueMark | None
) -> IssuePage:
    """Return all that an issue's page depends on."""
    issue = shelf.issue
    return IssuePage(
        frame=frame,
        issue=look.marks[issue.id],
        summary=issue.summary,
        xml=issue.body.xml,
        addresses=addresses(look.site, (*issue.body.links, *issue.links)),
        cover=look.image(issue.cover),
        cases=look.cases(shelf.members),
        previous=_link(older) if older else None,
        following=_link(newer) if newer else None,
    )


def _link(mark: IssueMark) -> Link:
    """Return the link to an issue."""
    return Link(mark.number, mark.address)
