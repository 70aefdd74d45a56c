"""What the pages of a site have in common, filled once for all pages of one depth."""

from collections.abc import Callable
from typing import Any, Final

from casesite.model.theme import Theme
from casesite.outputs import templates
from casesite.outputs.html.frame import Frame, Teaser
from casesite.outputs.relative import root_of

_MASTHEAD: Final = "parts/masthead.html"
_FOOTER: Final = "parts/footer.html"
_CARD: Final = "parts/card.html"


def shared_values(theme: Theme, frame: Frame, path: str) -> dict[str, Any]:
    """Return what every template sees: `frame`, `root` (the way to the root), and three pieces.

    `masthead(quick)`, `footer()` and `card(case, level)` give the parts of those names. Their templates see
    these values, `here` (the page's address where the menu names it), `quick`, `case` and `level`, and
    nothing of the page.
    """
    root = root_of(path)
    common: dict[str, Any] = {"frame": frame, "root": root}
    here = path if any(item.address == path for item in frame.menu) else ""
    card = _cards(theme, root, common)

    def masthead(*, quick: bool) -> str:
        values = {**common, "here": here, "quick": quick, "card": card}
        return templates.piece(theme, _MASTHEAD, (frame, root, here, quick), values)

    def footer() -> str:
        return templates.piece(theme, _FOOTER, (frame, root), common)

    return {**common, "card": card, "masthead": masthead, "footer": footer}


def _cards(theme: Theme, root: str, common: dict[str, Any]) -> Callable[[Teaser, int], str]:
    """Return the function that gives a case as lists show it, its title a heading of that level."""

    def card(case: Teaser, level: int = 2) -> str:
        return templates.piece(theme, _CARD, (case, level, root), {**common, "case": case, "level": level})

    return card
