"""Small search indexes: cases from texts, rendered into a folder, asked by the page's own script in Node."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from casesite.chinese.sounded import Sounded, Sounder, Spoken
from casesite.model.artifact import Artifact
from casesite.model.case import Block, Body, Card, Case, Details
from casesite.model.document import Page
from casesite.model.settings import Settings
from casesite.model.shown import shown
from casesite.model.site import Entry, Site
from casesite.model.theme import Theme
from casesite.outputs import search
from casesite.outputs.search.fields import of_case

THEME = Theme(name="t", templates={}, static={}, strings={}, places={}, digest="d")
NODE = shutil.which("node")
ROOT = Path(__file__).parents[4]
STATIC = ROOT / "themes" / "default" / "static"
READER = ROOT / "tests" / "data" / "search" / "reader.js"


class Cases:
    """Cases with their bodies and packed terms: a store, and what a site is made of."""

    def __init__(self) -> None:
        self.cards: dict[str, Card] = {}
        self.bodies: dict[str, Body] = {}
        self.packed: dict[str, search.Packed] = {}
        self.sounded: dict[str, Sounded] = {}

    def add(self, name: str, *texts: str | Block, **fields: Any) -> "Cases":  # noqa: ANN401 - any field of a card
        """Add or replace a case with these blocks."""
        words = sum(len(text.text if isinstance(text, Block) else text) for text in texts)
        given = {"title": f"案例{name}", "date": "2024-08-20", "words": words, **fields}
        card = Card(id=name, path=f"content/cases/{name}.md", **given)
        blocks = tuple(text if isinstance(text, Block) else Block("text", "", text) for text in texts)
        self.cards[name], self.bodies[name] = card, Body("", blocks)
        self.packed[name] = search.pack_case(Case(card=card, details=Details(), body=self.bodies[name]))
        named = (*card.topics, *card.tags, *((card.org,) if card.org else ()), *card.region)
        running = [block.text for block in blocks]
        spoken = Spoken(card.title, named, (card.summary,), running, self.packed[name].data)
        self.sounded[name] = Sounder().pack(spoken, name)
        return self

    def site(self, *pages: Page) -> Site:
        """Return the site of these cases."""
        cards = sorted(self.cards.values(), key=lambda card: (card.date, card.id), reverse=True)
        entries = (
            Entry(
                card=card,
                details=Details(),
                body=repr(self.bodies[card.id]),
                shown=shown(card, Details()),
                terms=self.packed[card.id].digests,
                words=self.sounded[card.id].digests,
            )
            for card in cards
        )
        return Site(settings=Settings(title="案例库"), entries=tuple(entries), pages=pages)

    def body(self, case_id: str) -> Body:
        """Return a body."""
        return self.bodies[case_id]

    def terms(self, case_id: str) -> bytes:
        """Return packed terms."""
        return self.packed[case_id].data

    def words(self, case_id: str) -> bytes:
        """Return packed words."""
        return self.sounded[case_id].data

    def texts(self, case_id: str) -> list[str]:
        """Return every field and block that is searched."""
        fields = [field.text for field in of_case(self.cards[case_id], Details()) if field.text]
        return [*fields, *(block.text for block in self.bodies[case_id].blocks)]

    def plan(self, *pages: Page) -> list[Artifact]:
        """Return the artifacts."""
        return list(search.plan(self.site(*pages), THEME))

    def write(self, folder: Path, *pages: Page) -> Path:
        """Render everything into a folder that held another build."""
        shutil.rmtree(folder, ignore_errors=True)
        for artifact in self.plan(*pages):
            path = folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(search.render(artifact, THEME, self))
        return folder


def ask(folder: Path, requests: Iterable[dict[str, Any]]) -> list[Any]:
    """Let the script answer requests, as tests/data/search/reader.js takes them."""
    assert NODE
    done = subprocess.run(
        [NODE, str(READER), str(STATIC), str(folder)],
        input="\n".join(json.dumps(each) for each in requests),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not done.stderr, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def find(folder: Path, *queries: str, limit: int | None = None, offset: int = 0) -> list[Any]:
    """Search; without `limit` all there is."""
    return ask(folder, ({"query": query, "options": {"limit": limit, "offset": offset}} for query in queries))
