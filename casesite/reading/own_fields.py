"""What a case holds beyond the fields that all share: the site's own, `extra`, `checks_off`."""

from json.encoder import encode_basestring

from casesite.messages import CODES
from casesite.messages import fields as codes
from casesite.model.case import Link
from casesite.model.nearest import nearest
from casesite.model.settings import SiteField
from casesite.reading.context import Context
from casesite.reading.document import link
from casesite.reading.form import Form
from casesite.reading.nodes import Mapping, Node, Scalar, Sequence
from casesite.reading.numbers import is_json


def read_own(form: Form, context: Context, links: list[Link]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the site's own fields that have a value, as (key, values) in the order of the settings."""
    pairs = ((own.key, _values(form, own, links)) for own in context.settings.fields)
    return tuple((key, values) for key, values in pairs if values)


def _values(form: Form, own: SiteField, links: list[Link]) -> tuple[str, ...]:
    """Return the values of one of the site's own fields; references are noted as links."""
    if own.type in ("list", "reference"):
        items = form.texts(own.key)
        if own.type == "reference":
            links += [link(f"case/{item.text}", item.place) for item in items]
        return tuple(dict.fromkeys(item.text for item in items))
    if own.type == "number":
        value = form.decimal(own.key)
    elif own.type == "date":
        value = form.date(own.key)
    elif own.type == "choice":
        value = form.choice(own.key)
    else:
        value = form.text(own.key)
    return (value,) if value else ()


def read_checks_off(form: Form) -> tuple[tuple[str, str], ...]:
    """Return (code, reason): from a mapping, or from a list of codes without reasons."""
    node = form.node("checks_off")
    if isinstance(node, Mapping):
        found = [(key, form.line(value, "checks_off")) for key, value in node.pairs]
    else:
        items = node.items if isinstance(node, Sequence) else (node,) if node is not None else ()
        found = [(item, "") for item in items if isinstance(item, Scalar)]
    off = {}
    for key, reason in found:
        if key.text in CODES:
            off[key.text] = reason
        else:
            form.report(codes.CHECK_UNKNOWN, form.at(key), found=key.text, nearest=nearest(key.text, CODES))
    return tuple(sorted(off.items()))


def read_extra(form: Form) -> tuple[tuple[str, str], ...]:
    """Return `extra` as (key, JSON text), in the order written."""
    return tuple((key.text, to_json(value)) for key, value in form.words("extra"))


def to_json(node: Node) -> str:
    """Return a node as JSON; plain `true`, `false`, `null`, `~` and numbers are that, the rest is text."""
    if isinstance(node, Sequence):
        return f"[{', '.join(to_json(item) for item in node.items)}]"
    if isinstance(node, Mapping):
        pairs = (f"{encode_basestring(key.text)}: {to_json(value)}" for key, value in node.pairs)
        return f"{{{', '.join(pairs)}}}"
    if node.plain and (node.text in ("true", "false", "null") or is_json(node.text)):
        return node.text
    if node.plain and node.text in ("", "~"):
        return "null"
    return encode_basestring(node.text)
