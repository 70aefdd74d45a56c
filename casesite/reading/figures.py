"""The figures (成效) of a case: indicators with their values."""

from casesite.chinese.slug import slug
from casesite.messages import fields as codes
from casesite.model.case import Figure
from casesite.reading.context import Context
from casesite.reading.form import Form


def read_figures(form: Form, context: Context) -> tuple[Figure, ...]:
    """Return the figures that have a value; one of the vocabulary's gets its label and unit from there."""
    return tuple(figure for own in form.groups("figures") if (figure := _figure(own, context)) is not None)


def _figure(own: Form, context: Context) -> Figure | None:
    """Return one figure."""
    value = own.decimal("value")
    key, label = own.text("id"), own.text("label")
    known = _known(own, context, key, label)
    if known is not None:
        key = known
    entry = context.indicator.get(key)
    about, note, sentence = own.choice("about"), own.text("note"), own.text("from")
    unit = own.text("unit") or (entry.unit if entry else "")
    label = label or (entry.label if entry else "") or key
    if not label and known != "":
        own.report(codes.PART_MISSING, own.head, owner=own.owner, field="label", line="label: 整合资金")
    if not label or not value or known == "":
        return None
    return Figure(key or slug(label), label, value, unit, about, note, sentence)


def _known(own: Form, context: Context, key: str, label: str) -> str | None:
    """Return the indicator's id in a closed vocabulary, empty and reported when it is not there.

    None where the vocabulary is open, and for a figure of the case's own: one without an id whose label the
    vocabulary does not hold.
    """
    terms = context.indicators
    if terms is None or not (key or label):
        return None
    found = terms.find(key or label)
    if found or not key:
        return found or None
    own.report(
        codes.TERM_UNKNOWN,
        own.place("id"),
        field=own.name("id"),
        found=key,
        file="content/data/indicators.yaml",
        nearest=terms.nearest(key),
    )
    return ""
