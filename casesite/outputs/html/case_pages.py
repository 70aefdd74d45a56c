"""The pages of cases, and what stays of withdrawn ones."""

import posixpath
from collections.abc import Iterator

from msgspec.structs import replace

from casesite.model.artifact import Artifact, Later
from casesite.model.site import Entry
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.html.bodies import addresses
from casesite.outputs.html.frame import Frame, Link
from casesite.outputs.html.inputs import Attachment, CasePage, Kin, Post, WithdrawnPage
from casesite.outputs.html.lookup import Lookup


def plan_cases(look: Lookup, frame: Frame, theme: Theme) -> Iterator[Artifact]:
    """Name the page of every case, then of every withdrawn one."""
    common = digest.of((frame, look.site.settings.fields))
    for entry in look.site.entries:
        yield _artifact(entry, look, frame, common, theme)
    for card in look.site.withdrawn:
        gone = WithdrawnPage(frame=frame, id=card.id)
        yield digest.artifact(card.address, "html/withdrawn", gone, theme=theme, source=card.path)


def retold(before: Artifact, entry: Entry, theme: Theme) -> Artifact:
    """Return the page of a case whose words were changed; all else of the site is as it was."""
    _, look, frame = before.told.given
    return _artifact(entry, look, frame, digest.of((frame, look.site.settings.fields)), theme)


def _artifact(entry: Entry, look: Lookup, frame: Frame, common: str, theme: Theme) -> Artifact:
    """Return a case's page; `common` is the digest of what all cases' pages share."""
    card = entry.card
    page = Later(_page, (entry, look, frame))
    state = (common, *_state(entry, look))
    return digest.artifact(
        card.address, "html/case", page, theme=theme, needs=(card.id,), source=card.path, shared=state
    )


def _state(entry: Entry, look: Lookup) -> tuple[object, ...]:
    """Return what tells `_page` of a case from any other: its digests, and what the site adds to it."""
    card, details, states = entry.card, entry.details, look.states
    related = [(states[one.id], one.reason, one.label) for one in entry.related if one.id in states]
    return (
        entry.shown.page,
        entry.body,
        look.marks.get(entry.issue),
        look.links("org", (card.org,)),
        look.trail("/".join(card.region)),
        look.links("topic", card.topics),
        look.links("tag", card.tags),
        addresses(look.site, details.links),
        look.image(card.cover),
        _attachments(entry, look),
        related,
        entry.letters,
        look.case(entry.previous),
        look.case(entry.next),
    )


def _page(entry: Entry, look: Lookup, frame: Frame) -> CasePage:
    """Return all that a case's page depends on."""
    site, card, details = look.site, entry.card, entry.details
    own = dict(card.fields)
    return CasePage(
        frame=frame,
        card=card,
        details=replace(details, links=(), places=()),  # resolved below; their lines matter to messages alone
        body=entry.body,
        issue=look.marks.get(entry.issue),
        org=look.link("org", card.org) or (Link(card.org, "") if card.org else None),
        region=look.trail("/".join(card.region)),
        topics=look.links("topic", card.topics),
        tags=look.links("tag", card.tags),
        fields=tuple(
            (one.label or one.key, own[one.key]) for one in site.settings.fields if own.get(one.key)
        ),
        addresses=addresses(site, details.links),
        cover=look.image(card.cover),
        attachments=_attachments(entry, look),
        related=tuple(
            Kin(look.teaser(one.id), one.reason, one.label) for one in entry.related if one.id in look.entries
        ),
        letters=tuple(
            Post(one.date, one.name, one.text, one.reply) for one in entry.letters if one.status == "shown"
        ),
        previous=look.case(entry.previous),
        following=look.case(entry.next),
    )


def _attachments(entry: Entry, look: Lookup) -> tuple[Attachment, ...]:
    """Return the files to download that are published."""
    found = []
    for path in entry.details.attachments:
        address = look.site.addresses.get(f"file/{path}") or look.site.addresses.get(f"picture/{path}")
        asset = look.site.assets.get(path)
        if address and asset:
            name = posixpath.basename(path)
            found.append(Attachment(name, address, posixpath.splitext(name)[1][1:].upper(), asset.size))
    return tuple(found)
