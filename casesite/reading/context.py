"""What reading a case depends on beside the case itself."""

import hashlib
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from casesite.chinese.people import surnames
from casesite.chinese.pinyin import Readings, annotate
from casesite.chinese.ruby import Names, Style
from casesite.chinese.variants import simplified
from casesite.model.fields import CASE, Choice, Field, Kind, Table
from casesite.model.settings import Settings, SiteField
from casesite.model.vocabulary import Indicator, Vocabularies
from casesite.reading.pinyin import style_of
from casesite.reading.regions import Regions
from casesite.reading.terms import Terms, of_indicators, of_terms

_KINDS: Final[dict[str, Kind]] = {
    "text": "text",
    "number": "number",
    "date": "date",
    "choice": "choice",
    "list": "texts",
    "reference": "texts",
}


class Context(NamedTuple):
    """Settings and vocabularies with the look-ups made from them.

    `style` is how the site is marked with pinyin. `table` holds a case's fields, the site's own among them. A
    look-up that is None is that of an open vocabulary. `digest` (hex) covers all that can change how a case,
    an issue or a page is read.
    """

    settings: Settings
    vocabularies: Vocabularies
    style: Style
    readings: Readings
    names: Names
    table: Table
    orgs: Terms | None
    topics: Terms | None
    regions: Regions | None
    indicators: Terms | None
    indicator: dict[str, Indicator]
    digest: str
    unsure: bool = False
    """Whether readings that are not sure are listened for."""

    @classmethod
    def of(cls, settings: Settings, vocabularies: Vocabularies) -> "Context":
        """Make a context."""
        people = vocabularies.people
        return cls(
            settings,
            vocabularies,
            style_of(settings),
            Readings.of(pair for pair in _readings(vocabularies) if pair[1]),
            Names.of(_names(vocabularies), [person.name for person in people]),
            Table.of((*CASE.fields, *(_field(own) for own in settings.fields))),
            of_terms(vocabularies.orgs),
            of_terms(vocabularies.topics),
            None if vocabularies.regions is None else Regions.of(vocabularies.regions),
            of_indicators(vocabularies.indicators),
            {entry.id: entry for entry in vocabularies.indicators or ()},
            _digest(_read_by(settings), vocabularies),
        )


def _read_by(settings: Settings) -> tuple[Any, ...]:
    """Return the settings that can change how something is read."""
    return (
        *(settings.pinyin, settings.pinyin_hard, settings.pinyin_first),
        *(settings.pinyin_by, settings.pinyin_tones),
        *(settings.timezone, settings.fields, settings.plugins),
    )


def _field(own: SiteField) -> Field:
    """Return a site's own field as one of the table."""
    return Field(
        key=own.key,
        label=own.label,
        kind=_KINDS[own.type],
        required=own.required,
        choices=tuple(Choice(choice, choice) for choice in own.choices),
        example=own.choices[0] if own.choices else "",
    )


def _names(vocabularies: Vocabularies) -> list[str]:
    """Return what is marked at level `names` beside people."""
    regions = [name for region in vocabularies.regions or () for name in (region.path[-1], *region.aliases)]
    orgs = [name for org in vocabularies.orgs or () for name in (org.name, *org.aliases)]
    return [*regions, *orgs]


def _readings(vocabularies: Vocabularies) -> Iterator[tuple[str, str]]:
    """Yield names and words with their readings; of two for one word the later counts."""
    for region in vocabularies.regions or ():
        yield region.path[-1], region.reading
    for term in (*(vocabularies.topics or ()), *(vocabularies.orgs or ())):
        yield term.name, term.reading
    for person in vocabularies.people:
        yield person.name, person.reading or _by_surname(person.name)
    yield from vocabularies.readings


def _by_surname(name: str) -> str:
    """Return the reading of a name whose surname is not read as its characters are; empty for the others."""
    for size in (2, 1):
        syllables = surnames().get(simplified(name[:size]), ())
        if syllables and len(name) > size:
            return " ".join((*syllables, *(syllable for _, syllable in annotate(name[size:]))))
    return ""


def _digest(*values: Any) -> str:  # noqa: ANN401  any value of the model
    """Return a digest of values of the model."""
    sink = hashlib.blake2b(digest_size=16)
    for value in values:
        _feed(sink, value)
    return sink.hexdigest()


def _feed(sink: "hashlib.blake2b", value: Any) -> None:  # noqa: ANN401  any value of the model
    """Feed a value, each part with its kind and length, so that no two values feed the same bytes."""
    if (fields := getattr(value, "__struct_fields__", None)) is not None:
        value = tuple(getattr(value, name) for name in fields)
    if isinstance(value, tuple):
        sink.update(b"(%d:" % len(value))
        for part in value:
            _feed(sink, part)
    elif value is None or isinstance(value, bool | int | str):
        data = str(value).encode()
        sink.update(b"%s%d:" % (type(value).__name__.encode(), len(data)))
        sink.update(data)
    else:
        message = f"cannot be digested: {type(value).__name__}"
        raise TypeError(message)
