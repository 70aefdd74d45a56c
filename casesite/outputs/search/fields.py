"""Which fields of a case are searched beside its body, and what each weighs: all that its page shows."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from casesite.chinese import terms
from casesite.model.case import Card, Details
from casesite.model.document import Letter, Page
from casesite.outputs.wording import Wording


class Field(NamedTuple):
    """A field's text; `kind` as in `chinese.terms.pack`."""

    kind: str
    text: str


def of_case(card: Card, details: Details) -> tuple[Field, ...]:
    """Return the fields of a case: first its title and its summary, either perhaps empty."""
    rest = (field for field in _rest(card, details) if field.text)
    return Field("title", card.title), Field("lead", card.summary), *rest


def of_page(page: Page) -> tuple[Field, ...]:
    """Return the fields of a page: its title and its summary."""
    return Field("title", page.title), Field("lead", page.summary)


def beside(issue: str, letters: tuple[Letter, ...]) -> tuple[Field, ...]:
    """Return the fields that a case has from other files: the label of its issue, readers' letters.

    Like a date they weigh no more than text: a year in a label would outrank every title.
    """
    texts = (issue, *(text for letter in letters for text in (letter.name, letter.text, letter.reply)))
    return tuple(Field("text", text) for text in texts if text)


def _rest(card: Card, details: Details) -> Iterator[Field]:
    """Yield the other fields, empty ones too."""
    for name in (*card.topics, *card.tags, card.org, *card.region, details.title_en):
        yield Field("title", name)
    wording = Wording({})
    for figure in card.figures:
        for text in (figure.label, wording.plain(figure), figure.note, figure.sentence):
            yield Field("text", text)
    source = details.source
    for date in dict.fromkeys((card.date, source.date, *(one.date for one in details.corrections))):
        yield from (Field("text", form) for form in terms.date_forms(date))
    for text in (source.name, details.period.replace("/", "–"), *details.authors, card.id):
        yield Field("text", text)
    for _, values in card.fields:
        yield from (Field("text", value) for value in values)
    for path in details.attachments:
        yield Field("text", PurePosixPath(path).name)
    for correction in details.corrections:
        yield Field("text", correction.text)
