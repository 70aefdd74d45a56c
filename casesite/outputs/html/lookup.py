"""What a site's pages ask of it again and again, found once."""

from collections.abc import Iterable

from casesite.model.case import Card, Picture
from casesite.model.site import Entry, IssueShelf, Shelf, ShelfKind, Site
from casesite.outputs.html.frame import Count, Image, IssueMark, Link, Teaser


class Lookup:
    """A site with its cases by id and its shelves by kind and key; teasers and links are made once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.entries: dict[str, Entry] = {entry.card.id: entry for entry in site.entries}
        self.shelves: dict[tuple[str, str], Shelf] = {(one.kind, one.key): one for one in site.shelves}
        self.marks: dict[str, IssueMark] = {one.issue.id: mark(one) for one in site.issues}
        numbers = {name: one.number.encode() for name, one in self.marks.items()}
        self.states: dict[str, bytes] = {
            name: entry.shown.teaser + numbers.get(entry.issue, b"") for name, entry in self.entries.items()
        }
        """What stands in a digest for the teaser of a case."""
        self._teasers: dict[str, Teaser] = {}
        self._links: dict[tuple[ShelfKind, tuple[str, ...]], tuple[Link, ...]] = {}
        self._trails: dict[str, tuple[Link, ...]] = {"": ()}

    def of_kind(self, kind: ShelfKind) -> tuple[Shelf, ...]:
        """Return the shelves of a kind in the site's order."""
        return tuple(shelf for shelf in self.site.shelves if shelf.kind == kind)

    def counts(self, kind: ShelfKind) -> tuple[Count, ...]:
        """Return the shelves of a kind with the number of their cases; of regions the outermost only."""
        return tuple(count(shelf) for shelf in self.of_kind(kind) if not shelf.parent)

    def link(self, kind: ShelfKind, key: str) -> Link | None:
        """Return the link to a shelf, or None when there is none of that key."""
        shelf = self.shelves.get((kind, key))
        return Link(shelf.label, shelf.address) if shelf else None

    def links(self, kind: ShelfKind, keys: tuple[str, ...]) -> tuple[Link, ...]:
        """Return the links to the shelves that there are."""
        known = self._links.get((kind, keys))
        if known is None:
            found = (self.link(kind, key) for key in keys)
            known = self._links[kind, keys] = tuple(link for link in found if link)
        return known

    def trail(self, region: str) -> tuple[Link, ...]:
        """Return the links to a place, by its key, and all it lies in, the outermost first."""
        known = self._trails.get(region)
        if known is None:
            link = self.link("region", region)
            above = self.trail(region.rpartition("/")[0])
            known = self._trails[region] = (*above, link) if link else above
        return known

    def case(self, case_id: str) -> Link | None:
        """Return the link to a case of the site, or None."""
        entry = self.entries.get(case_id)
        return Link(entry.card.title, entry.card.address) if entry else None

    def teaser(self, case_id: str) -> Teaser:
        """Return a case of the site as lists show it."""
        known = self._teasers.get(case_id)
        if known is None:
            known = self._teasers[case_id] = self._teaser(self.entries[case_id])
        return known

    def cases(self, ids: Iterable[str]) -> tuple[Teaser, ...]:
        """Return the teasers of cases, in the order of their ids."""
        return tuple(self.teaser(one) for one in ids if one in self.entries)

    def states_of(self, ids: Iterable[str]) -> tuple[bytes, ...]:
        """Return what stands in a digest for `cases` of these ids."""
        states = self.states
        return tuple([states[one] for one in ids if one in states])

    def image(self, picture: Picture | None) -> Image | None:
        """Return a published picture at its address with its size, or None."""
        address = self.site.addresses.get(f"picture/{picture.path}", "") if picture else ""
        if not picture or not address:
            return None
        asset = self.site.assets.get(picture.path)
        width, height = (asset.width, asset.height) if asset else (0, 0)
        return Image(address, picture.alt, width, height)

    def _teaser(self, entry: Entry) -> Teaser:
        card: Card = entry.card
        issue = self.marks.get(entry.issue)
        return Teaser(
            id=card.id,
            title=card.title,
            address=card.address,
            date=card.date,
            summary=card.summary,
            region=card.region[-1] if card.region else "",
            org=card.org,
            issue=issue.number if issue else "",
            figure=card.figures[0] if card.figures else None,
            status=card.status,
        )


def mark(shelf: IssueShelf) -> IssueMark:
    """Return an issue as it is named elsewhere."""
    issue = shelf.issue
    return IssueMark(issue.number or issue.id, issue.title, issue.date, issue.address)


def count(shelf: Shelf) -> Count:
    """Return a shelf with the number of its cases."""
    return Count(shelf.label, shelf.address, len(shelf.members))
