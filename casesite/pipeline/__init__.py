"""The whole build on one screen: read → gather → plan → judge, then make what changed.

Pure but for what is handed in: the snapshot reads a source when it is asked for one, the pack keeps bodies.
"""

from collections.abc import Callable
from typing import NamedTuple

from casesite import outputs
from casesite.gathering.schedule import span
from casesite.gathering.site import gather
from casesite.gathering.waiting import Waiting, waiting
from casesite.messages.pinyin import POLYPHONE_UNSURE
from casesite.messages.site import URL_MISSING
from casesite.model.artifact import Artifact
from casesite.model.executor import Alone, Crew
from casesite.model.problem import Finding, Problem
from casesite.model.settings import Settings
from casesite.model.site import Site
from casesite.model.theme import Theme
from casesite.outputs.html import check_theme
from casesite.pipeline.judging import drafts_of, judge
from casesite.pipeline.layout import check_layout, check_vanished
from casesite.pipeline.library import Library, Pack
from casesite.pipeline.recall import Recall, read_documents
from casesite.pipeline.theme import read_theme
from casesite.project.files import Snapshot
from casesite.project.ledger import Ledger
from casesite.project.themes import ThemeFiles
from casesite.reading.context import Context
from casesite.reading.settings import read_settings
from casesite.reading.vocabularies import read_vocabularies

LoadTheme = Callable[[str], ThemeFiles | Problem]

Lap = Callable[[str], None]
"""What is told whenever a stage is over: `lap-read`, `lap-gather` and so on."""

SETTINGS = "content/site.yaml"
CASES = "content/cases/"
_DATA = "content/data"


class Project(NamedTuple):
    """What a build starts from: the content as it stands, and what is known of it from the last build."""

    snapshot: Snapshot
    ledger: Ledger
    pack: Pack
    load_theme: LoadTheme
    crew: Crew = Alone()
    lap: Lap = lambda _: None


class Build(NamedTuple):
    """A site ready to be made: every artifact named, every problem judged."""

    site: Site
    theme: Theme | None
    artifacts: tuple[Artifact, ...]
    findings: tuple[Finding, ...]
    library: Library
    ledger: Ledger
    context: Context
    """What reading a document depended on."""
    waiting: Waiting = Waiting()
    span: tuple[str, str] = ("", "")
    """From when on, and until when, the same cases are public."""


def prepare(
    project: Project, *, now: str, everything: bool = False, preview: bool = False, unsure: bool = False
) -> Build:
    """Read what changed, gather, and plan the output.

    `now` is `YYYY-MM-DDTHH:MM:SSZ`. With `everything` the inbox is read too; with `preview` cases of every
    status stand in the site; with `unsure` readings that are not sure are listened for, which takes time.
    """
    snapshot = project.snapshot
    settings, wrong_settings = settings_of(snapshot)
    vocabularies, wrong_words = read_vocabularies(
        {path: snapshot.source(path) for path in snapshot.texts(_DATA)}
    )
    context = Context.of(settings, vocabularies)._replace(unsure=_listens(settings, asked=unsure))
    recall = Recall(snapshot, project.ledger, project.pack, context)
    documents = read_documents(recall, snapshot, context, project.crew, inbox=everything or preview)
    project.lap("lap-read")
    site, wrong_site = gather(documents.read, now=now, preview=preview)
    project.lap("lap-gather")
    theme, wrong_theme = read_theme(project.load_theme(settings.theme.name), settings.language)
    is_known = theme is None or theme.digest == project.ledger.theme
    wrong_files = check_theme(theme) if theme and not is_known else ()
    if theme and not wrong_files:
        recall.ledger.theme = theme.digest
    artifacts = tuple(outputs.plan(site, theme)) if theme else ()
    project.lap("lap-plan")
    problems = (
        *snapshot.problems,
        *check_layout(snapshot.signed),
        *_vanished(recall, project.ledger, snapshot),
        *wrong_settings,
        *wrong_words,
        *documents.problems,
        *(one for one in wrong_site if not (wrong_settings and one.code == URL_MISSING)),
        *wrong_theme,
        *wrong_files,
        *outputs.clashes(artifacts),
    )
    findings = judge(problems, settings.checks, drafts_of(documents.read), documents.switched_off)
    project.lap("lap-check")
    parts = {entry.card.id: documents.parts[entry.card.path] for entry in site.entries}
    library = Library(project.pack, parts)
    cards = [case.card for case in documents.read.cases]
    hidden = waiting(cards, now, settings.timezone)
    return Build(site, theme, artifacts, findings, library, recall.ledger, context, hidden, span(cards, now))


def settings_of(snapshot: Snapshot) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings; those of an empty file where there is none."""
    source = snapshot.source(SETTINGS) if SETTINGS in snapshot.signed else None
    if isinstance(source, Problem):
        settings, _ = read_settings(None)
        return settings, (source,)
    return read_settings(source)


def _listens(settings: Settings, *, asked: bool) -> bool:
    """Whether unsure readings matter: when asked for, or where a site makes more of them than a hint."""
    chosen = dict(settings.checks).get(POLYPHONE_UNSURE, "")
    return chosen in ("warning", "error") or (asked and chosen != "off")


def _vanished(recall: Recall, ledger: Ledger, snapshot: Snapshot) -> tuple[Problem, ...]:
    """Say when all cases are gone, and remember them then: the next build must know of them as well."""
    before = {key: one for key, one in ledger.cases.items() if one.card.path.startswith(CASES)}
    there = (
        path
        for path in (*snapshot.signed, *(one.path for one in snapshot.problems))
        if path.startswith(CASES)
    )
    wrong = check_vanished(
        (one.card for one in before.values()), (p for p in there if p.lower().endswith(".md"))
    )
    if wrong:
        recall.ledger.cases.update(before)
    return wrong
