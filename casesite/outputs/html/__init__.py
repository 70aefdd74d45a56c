"""The site's pages: one artifact each, rendered through the theme's templates."""

from casesite.outputs.html.case_pages import retold
from casesite.outputs.html.checking import check_theme
from casesite.outputs.html.planning import plan
from casesite.outputs.html.rendering import render

__all__ = ["check_theme", "plan", "render", "retold"]
