"""Where a case stands: its organisation, region, topics and tags, folded to the vocabularies' own names."""

from typing import Final

from casesite.messages import fields as codes
from casesite.reading.context import Context
from casesite.reading.document import names, parted
from casesite.reading.form import Form, Item
from casesite.reading.nodes import Sequence
from casesite.reading.regions import Path, parts_of
from casesite.reading.terms import Terms

_DATA: Final = "content/data/"


def read_org(form: Form, context: Context) -> str:
    """Return the organisation's own name."""
    text = form.text("org")
    if not text or context.orgs is None:
        return text
    return _term(form, "org", Item(text, form.place("org")), context.orgs, "orgs.yaml")


def read_topics(form: Form, context: Context) -> tuple[str, ...]:
    """Return the topics' own names, each once."""
    if context.topics is None:
        return tuple(item.text for item in names(form, "topics"))
    terms = context.topics
    items = form.texts("topics")
    together = [item for item in items if not terms.find(item.text) and len(parted(item.text)) > 1]
    if together:
        every = [terms.find(part) or part for item in items for part in parted(item.text)]
        form.report(
            codes.TERMS_TOGETHER,
            together[0].place,
            field=form.name("topics"),
            found=together[0].text,
            fixed=f"{form.name('topics')}: [{', '.join(dict.fromkeys(every))}]",
        )
        items = tuple(item for item in items if item not in together)
    found = (_term(form, "topics", item, terms, "topics.yaml") for item in items)
    return tuple(dict.fromkeys(name for name in found if name))


def read_tags(form: Form) -> tuple[str, ...]:
    """Return the tags, each once."""
    return tuple(item.text for item in names(form, "tags"))


def read_region(form: Form, context: Context) -> Path:
    """Return the region's whole path; as it was written, where regions are open."""
    node = form.node("region")
    if node is None:
        return ()
    if isinstance(node, Sequence):
        parts: Path = tuple(item.text for item in form.texts("region"))
        written = "/".join(parts)
    else:
        written = form.line(node, "region")
        parts = parts_of(written)
    if context.regions is None or not parts:
        return parts
    found = context.regions.find(parts)
    if len(found) == 1:
        return found[0]
    place, name = form.place("region"), form.name("region")
    if found:
        choices = ["/".join(path) for path in found]
        form.report(
            codes.REGION_AMBIGUOUS,
            place,
            field=name,
            found=written,
            choices=", ".join(choices),
            nearest=choices[0],
        )
    else:
        form.report(
            codes.TERM_UNKNOWN,
            place,
            field=name,
            found=written,
            file=f"{_DATA}regions.yaml",
            nearest=context.regions.nearest(parts),
        )
    return ()


def _term(form: Form, key: str, item: Item, terms: Terms, file: str) -> str:
    """Return a term's own name; empty, and reported, when the vocabulary does not hold it."""
    found = terms.find(item.text)
    if not found:
        form.report(
            codes.TERM_UNKNOWN,
            item.place,
            field=form.name(key),
            found=item.text,
            file=f"{_DATA}{file}",
            nearest=terms.nearest(item.text),
        )
    return found
