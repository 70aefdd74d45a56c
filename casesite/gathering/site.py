"""Cases, issues and pages become one site."""

from typing import Final

from casesite.gathering import aliases, documents, figures, files, issues, letters, links, shelves
from casesite.gathering.read import Read
from casesite.gathering.related import Kin, relate
from casesite.gathering.stock import Stock, take_stock
from casesite.messages import site as codes
from casesite.model.document import Letter
from casesite.model.problem import Place, Problem
from casesite.model.site import Entry, Site

SETTINGS: Final = "content/site.yaml"


def gather(read: Read, *, now: str, preview: bool = False) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site as it stands at `now` (`YYYY-MM-DDTHH:MM:SSZ`), and what is wrong between documents.

    With `preview` cases of every status are in it. A document whose id is taken is left out. Problems come
    sorted, those of unpublished documents too: whether they block is for others to say.
    """
    stock, wrong_ids = take_stock(read, now=now, preview=preview)
    cards = [case.card for case in stock.cases]
    indicators = figures.indicators(cards, read.vocabularies.indicators)
    totals, wrong_units = figures.totals(cards, indicators)
    placed, wrong_files = files.place_files(stock.known, read)
    stands = shelves.build_shelves(cards, read.vocabularies)
    post, wrong_letters = letters.sort_letters(read.letters, stock.cards, unread=stock.unread)
    old, wrong_aliases = aliases.lead(stock.known.documents, stands.addresses())
    problems = (
        *wrong_ids,
        *issues.check_lists(
            stock.volumes, stock.cards, stock.public, unread=stock.unread, doubled=stock.doubled
        ),
        *(() if stock.issues_unread else issues.check_named(stock.volumes, stock.known.documents)),
        *links.check_links(stock.known),
        *links.check_menu(read.settings.menu, SETTINGS, stock.known),
        *wrong_files,
        *wrong_units,
        *wrong_letters,
        *wrong_aliases,
        *(() if read.settings.url else (Place(SETTINGS).problem(codes.URL_MISSING),)),
    )
    site = Site(
        settings=read.settings,
        entries=_entries(stock, post),
        withdrawn=tuple(case.card for case in stock.withdrawn),
        issues=tuple(issues.shelf(one) for one in stock.volumes if issues.is_shown(one, preview=preview)),
        pages=stock.pages,
        shelves=stands.shelves,
        hubs=stands.hubs,
        aliases=old,
        addresses={**documents.addresses(stock.known), **placed.addresses},
        assets=placed.assets,
        static=tuple(sorted(read.static, key=lambda asset: asset.path)),
        indicators=indicators,
        totals=totals,
        rankings=figures.rankings(cards, indicators),
        preview=preview,
    )
    return site, tuple(sorted(set(problems)))


def _entries(stock: Stock, post: dict[str, tuple[Letter, ...]]) -> tuple[Entry, ...]:
    """Return the cases of the site, each with what stands beside it."""
    kin = relate([Kin(case.card, case.details.related, case.body, case.telling) for case in stock.cases])
    beside = issues.neighbours(stock.volumes)
    entries = []
    for case in stock.cases:
        card = case.card
        issue, previous, following = beside.get(card.id, ("", "", ""))
        entries.append(
            Entry(
                card=card,
                details=case.details,
                body=case.body,
                shown=case.shown,
                terms=case.terms,
                words=case.words,
                issue=issue,
                previous=previous,
                next=following,
                related=kin[card.id],
                letters=post.get(card.id, ()),
            )
        )
    return tuple(entries)
