"""Site → the artifacts of all its pages."""

from collections.abc import Iterator

from casesite.model.artifact import Artifact
from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.html.case_pages import plan_cases
from casesite.outputs.html.document_pages import plan_documents
from casesite.outputs.html.framing import make_frame
from casesite.outputs.html.home_page import plan_home
from casesite.outputs.html.inputs import SiteSheet
from casesite.outputs.html.issue_pages import plan_issues
from casesite.outputs.html.lookup import Lookup
from casesite.outputs.html.sheet import site_sheet
from casesite.outputs.html.shelf_pages import plan_shelves


def plan(site: Site, theme: Theme) -> Iterator[Artifact]:
    """Name every page, and the style sheet that the settings make."""
    look = Lookup(site)
    frame = make_frame(look, theme)
    yield from plan_home(look, frame, theme)
    yield from plan_issues(look, frame, theme)
    yield from plan_cases(look, frame, theme)
    yield from plan_shelves(look, frame, theme)
    yield from plan_documents(look, frame, theme)
    sheet = SiteSheet(css=site_sheet(site.settings))
    yield digest.artifact(frame.site_style, "html/sheet", sheet, theme=None)
