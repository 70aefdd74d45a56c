"""The frame of a site's pages: its menu, its current issue, the files of its look."""

import re
from typing import Final

from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs.assets import asset_names
from casesite.outputs.html.frame import Frame, Image, Link
from casesite.outputs.html.lookup import Lookup
from casesite.outputs.html.sheet import sheet_path, site_sheet

ISSUES: Final = "issues/index.html"
REGIONS: Final = "regions/index.html"
TOPICS: Final = "topics/index.html"
ORGS: Final = "orgs/index.html"
TAGS: Final = "tags/index.html"
YEARS: Final = "years/index.html"
SEARCH: Final = "search.html"
CALL: Final = "call.html"
HOME: Final = "index.html"
_STATIC: Final = "content/static/"
_ICONS: Final = ("favicon.svg", "favicon.png", "favicon.ico")
_SEARCH: Final = ("search-text.js", "search.js", "search-arrive.js")
"""The scripts of the search: the first goes before the second to search, before the third to arrive."""
_SCHEME: Final = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


def make_frame(look: Lookup, theme: Theme) -> Frame:
    """Return what all pages of the site share. The first of its issues is the current one."""
    site = look.site
    settings = site.settings
    names = asset_names(theme)
    return Frame(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        url=settings.url,
        publisher=settings.publisher,
        noindex=settings.noindex or site.preview,
        preview=site.preview,
        menu=_menu(look, theme),
        footer=settings.footer,
        mail=settings.submit.mail,
        issue=look.marks[site.issues[0].issue.id] if site.issues else None,
        logo=_logo(site),
        style=names.get("site.css", ""),
        site_style=sheet_path(site_sheet(settings)),
        icon=_icon(site) or names.get("icon.svg", ""),
        first=names.get("first.js", ""),
        script=names.get("site.js", ""),
        search_scripts=tuple(names[name] for name in _SEARCH if name in names) if settings.search else (),
        search_page=names.get("search-page.js", "") if settings.search else "",
        search=settings.search,
        feed=bool(settings.url),
    )


def has_call(site: Site) -> bool:
    """Whether the settings alone make the call for cases: an address to send to, and no page of its own."""
    return bool(site.settings.submit.mail) and not any(page.address == CALL for page in site.pages)


def _menu(look: Lookup, theme: Theme) -> tuple[Link, ...]:
    """Return the menu that the settings give, or what the site has."""
    site = look.site
    if site.settings.menu:
        return tuple(Link(item.label, _target(site, item.target)) for item in site.settings.menu)
    words = theme.strings
    kinds = {shelf.kind for shelf in site.shelves}
    own = sorted((page for page in site.pages if page.menu), key=lambda page: (page.order, page.name))
    found = [
        ("home", HOME, True),
        ("issues", ISSUES, bool(site.issues)),
        ("topics", TOPICS, "topic" in kinds),
        ("regions", REGIONS, "region" in kinds),
        ("orgs", ORGS, "org" in kinds),
        ("call", CALL, has_call(site)),
    ]
    menu = [Link(words.get(key, key), address) for key, address, there in found if there]
    menu += [Link(page.title, page.address) for page in own]
    return (*menu, Link(words.get("search", "search"), SEARCH))


def _target(site: Site, target: str) -> str:
    """Return where an entry of the menu leads; what leads nowhere has been named by gathering."""
    if target.startswith("ref:"):
        document, mark, anchor = target.removeprefix("ref:").partition("#")
        return site.addresses.get(document, HOME) + mark + anchor
    return target if _SCHEME.match(target) else target.lstrip("/")


def _logo(site: Site) -> Image | None:
    """Return the site's mark: a file below `content/static` that the theme's settings name."""
    name = site.settings.theme.logo.removeprefix(_STATIC).lstrip("/")
    found = next((asset for asset in site.static if asset.path == _STATIC + name), None) if name else None
    return Image(name, "", found.width, found.height) if found else None


def _icon(site: Site) -> str:
    """Return the site's own icon for the tab, a file of `content/static`, or an empty text."""
    own = {asset.path.removeprefix(_STATIC) for asset in site.static}
    return next((name for name in _ICONS if name in own), "")
