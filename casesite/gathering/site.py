"""Cases, issues and pages become one site."""

from casesite.gathering.read import Read
from casesite.model.problem import Problem
from casesite.model.site import Site


def gather(read: Read, *, now: str, preview: bool = False) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site as it stands at `now` (`YYYY-MM-DDTHH:MM:SSZ`), and what is wrong between documents.

    With `preview` cases of every status are in it. The problems are the same with and without.
    """
    del now
    return Site(settings=read.settings, preview=preview), ()
