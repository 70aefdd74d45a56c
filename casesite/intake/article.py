"""A pasted or scraped article becomes a draft: the whole way on one screen."""

from collections.abc import Sequence

from casesite.chinese.pinyin import NONE, Readings
from casesite.intake.cleaning import mend_punctuation, remove_readings
from casesite.intake.draft import Change, Draft, Line, Proposal
from casesite.intake.escaping import escaped
from casesite.intake.figures import find_figures
from casesite.intake.headline import take_headline
from casesite.intake.imprint import take_imprint
from casesite.intake.places import find_places
from casesite.intake.sections import heading_levels, slogans, take_note
from casesite.intake.shell import remove_shell
from casesite.intake.tidy import tidy
from casesite.messages import intake as codes
from casesite.model.problem import Place, Problem
from casesite.model.vocabulary import Vocabularies

_NOTHING = Vocabularies()


def read_article(
    text: str,
    *,
    name: str,
    known: Readings = NONE,
    vocabularies: Vocabularies = _NOTHING,
    hints: tuple[Problem, ...] = (),
) -> Draft | Problem:
    """Turn an article's text (lines ended by newlines) into a draft, or say why it cannot be one.

    `name` is the file's, for messages. `known` are the site's readings, which those in brackets are compared
    with. `hints` are what decoding the file found; they go into the report.
    Gives `import-nothing-left` when the file holds nothing of an article.
    """
    lines, changes = tidy(text)
    lines, removed = remove_shell(lines)
    lines, imprint, told = take_imprint(lines)
    headline, lines, repeated = take_headline(lines)
    changes += [*removed, *told, *repeated]
    if not lines:
        return Place(name).problem(codes.NOTHING_LEFT, file=name)
    whole = [headline, *lines] if headline else lines
    cleaned = remove_readings(whole, name, known)
    whole, mended = mend_punctuation(cleaned.lines)
    changes += [*cleaned.changes, *mended]
    title = whole.pop(0).text if headline else ""
    note, word, lines, split = take_note(whole)
    body, shaped, unsure = _body(lines)
    note_text = escaped(note.text) if note else ""
    proposals = [
        *cleaned.proposals,
        *unsure,
        *find_figures(lines),
        *find_places(_all(headline, title, whole), vocabularies),
    ]
    untitled = () if headline else (Place(name).problem(codes.TITLE_UNKNOWN),)
    return Draft(
        name=name,
        title=title,
        body="\n\n".join([f"::: {word}\n{note_text}\n:::", body] if note else [body]),
        note=note_text,
        authors=imprint.authors,
        source=imprint.source,
        readings=cleaned.readings,
        changes=tuple(sorted([*changes, *split, *shaped], key=lambda change: change.line)),
        proposals=tuple(proposals),
        problems=(*hints, *untitled, *cleaned.problems),
    )


def _all(headline: Line | None, title: str, lines: Sequence[Line]) -> list[Line]:
    """Return the cleaned lines with the headline."""
    return [Line(headline.number, title), *lines] if headline else list(lines)


def _body(lines: Sequence[Line]) -> tuple[str, list[Change], list[Proposal]]:
    """Return the lines as Markdown, one paragraph each, with headings and bold leads."""
    levels = heading_levels(lines)
    leads, proposals = slogans(lines)
    paragraphs: list[str] = []
    changes: list[Change] = []
    for place, line in enumerate(lines):
        if level := levels.get(place):
            paragraphs.append(f"{'#' * level} {escaped(line.text)}")
            changes.append(Change("heading", line.number, line.text, paragraphs[-1]))
        elif end := leads.get(place):
            lead = f"**{escaped(line.text[:end])}**"
            paragraphs.append(lead + escaped(line.text[end:]))
            changes.append(Change("slogan", line.number, line.text[:end], lead))
        else:
            paragraphs.append(escaped(line.text))
            if paragraphs[-1] != line.text:
                changes.append(Change("escape", line.number, line.text, paragraphs[-1]))
    return "\n\n".join(paragraphs), changes, proposals
