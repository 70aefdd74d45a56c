"""`content/site.yaml` to settings."""

import re
from collections.abc import Callable
from typing import Final, Literal, TypeVar, cast

from casesite.chinese.text import count_han
from casesite.messages import CODES, site
from casesite.messages import fields as codes
from casesite.messages import pinyin as pinyin_codes
from casesite.messages import values as value_codes
from casesite.messages.code import Code
from casesite.model.fields import CASE, SETTINGS
from casesite.model.nearest import nearest
from casesite.model.problem import Place, Problem
from casesite.model.settings import (
    FieldType,
    Footer,
    HardCharacters,
    MenuItem,
    PinyinBy,
    PinyinLevel,
    PinyinTones,
    Settings,
    SiteField,
    Submit,
    ThemeChoice,
)
from casesite.model.source import Source
from casesite.reading import addresses, dates
from casesite.reading.decode import YAML_LIMIT, decode
from casesite.reading.form import Form
from casesite.reading.keys import OF_SETTINGS
from casesite.reading.lines import Lines
from casesite.reading.marked_yaml import parse_mapping
from casesite.reading.nodes import Mapping, Sequence

PATH: Final = "content/site.yaml"
FORMAT: Final = 1
"""The newest version of the project's layout that is known."""

_MOST_ON_PAGE: Final = 1000
_COLOUR: Final = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_LEVELS: Final[dict[str, Literal[1, 2]]] = {"1": 1, "一级": 1, "2": 2, "二级": 2}
_FIELD_KEY: Final = re.compile(r"[A-Za-z0-9_\-\u3400-\u9fff]{1,40}")

T = TypeVar("T")


def read_settings(source: Source | None) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings; None is a project without the file. What could not be read has its default."""
    nothing = Settings(title="")
    if source is None:
        return nothing, (Place(PATH).problem(site.SETTINGS_MISSING),)
    text = decode(source, YAML_LIMIT)
    if isinstance(text, Problem):
        return nothing, (text,)
    lines = Lines.of(text.path, text.text)
    mapping, found = parse_mapping(text.text, lines)
    problems = [*text.problems, *found]
    if mapping is None:
        return nothing, tuple(problems)
    form = Form(mapping, SETTINGS, lines, problems, head=lines.place(1, 1), wording=OF_SETTINGS)
    settings = _settings(form)
    return settings, form.collected()


def _settings(form: Form) -> Settings:
    """Return all settings."""
    plain = Settings(title="")
    return Settings(
        title=form.text("title"),
        id=form.text("id"),
        url=form.checked("url", addresses.url).rstrip("/"),
        language=form.checked("language", _language) or plain.language,
        timezone=form.checked("timezone", dates.offset) or plain.timezone,
        description=form.text("description"),
        publisher=form.text("publisher"),
        theme=_theme(form),
        output=form.text("output").replace("\\", "/").rstrip("/") or plain.output,
        pinyin=cast("PinyinLevel", form.choice("pinyin") or plain.pinyin),
        pinyin_hard=_hard(form),
        pinyin_first=form.flag("pinyin_first", default=plain.pinyin_first),
        pinyin_by=cast("PinyinBy", form.choice("pinyin_by") or plain.pinyin_by),
        pinyin_tones=cast("PinyinTones", form.choice("pinyin_tones") or plain.pinyin_tones),
        search=form.flag("search", default=plain.search),
        page_size=form.whole("page_size", 1, _MOST_ON_PAGE) or plain.page_size,
        noindex=form.flag("noindex", default=plain.noindex),
        fields=_fields(form),
        menu=_menu(form),
        downloads=_downloads(form),
        footer=_group(form, "footer", Footer, _footer),
        checks=_checks(form),
        submit=_group(form, "submit", Submit, _submit, short="mail"),
        plugins=tuple(item.text for item in form.texts("plugins")),
        format=_format(form),
    )


def _group(form: Form, key: str, empty: Callable[[], T], read: Callable[[Form], T], short: str = "") -> T:
    """Return what a group holds, or its empty value."""
    own = form.group(key, short)
    return empty() if own is None else read(own)


def _language(text: str) -> str:
    return text if _LANGUAGE.fullmatch(text) else value_codes.FIELD_NOT_LANGUAGE


def _colour(text: str) -> str:
    return text if _COLOUR.fullmatch(text) else value_codes.FIELD_NOT_COLOUR


def _static(text: str) -> str:
    """Return the path of a file below `content/static`, or the code of what is wrong."""
    found = addresses.beside(
        "static/file", text.removeprefix("/").removeprefix("content/").removeprefix("static/")
    )
    if isinstance(found, Code):
        return found
    return found.removeprefix("static/") if found.startswith("static/") else value_codes.PATH_OUTSIDE


def _theme(form: Form) -> ThemeChoice:
    """Return the theme: a name, or a name with what is set in it."""
    own = form.group("theme", "name")
    plain = ThemeChoice()
    if own is None:
        return plain
    return ThemeChoice(
        own.checked("name", _folder) or plain.name,
        own.checked("accent", _colour),
        own.checked("logo", _static),
        own.flag("indent", default=plain.indent),
    )


def _folder(text: str) -> str:
    return value_codes.PATH_OUTSIDE if set("/\\:") & set(text) or text in (".", "..") else text


def _footer(own: Form) -> Footer:
    return Footer(*(own.text(key) for key in Footer.__struct_fields__))


def _submit(own: Form) -> Submit:
    return Submit(own.checked("mail", addresses.mail), own.text("subject"))


def _hard(form: Form) -> HardCharacters:
    """Return which characters are hard: a level by its number or name, and Han characters."""
    beyond = HardCharacters().beyond
    extra: set[str] = set()
    for item in form.texts("pinyin_hard"):
        if level := _LEVELS.get(item.text):
            beyond = level
        elif count_han(item.text) == len(item.text) and not item.text.endswith("级"):
            extra |= set(item.text)
        else:
            form.report(
                pinyin_codes.HARD_UNKNOWN, item.place, field=form.name("pinyin_hard"), found=item.text
            )
    return HardCharacters(beyond, "".join(sorted(extra)))


def _format(form: Form) -> int:
    """Return the layout's version; reports one newer than is known."""
    number = form.whole("format", 1, 999_999)
    if number is not None and number > FORMAT:
        form.report(site.FORMAT_UNKNOWN, form.place("format"), found=str(number), known=str(FORMAT))
        return FORMAT
    return number or FORMAT


def _downloads(form: Form) -> tuple[str, ...]:
    """Return the downloads, each once, in the table's order."""
    node = form.node("downloads")
    items = node.items if isinstance(node, Sequence) else (node,) if node is not None else ()
    chosen = {form.chosen(item, "downloads") for item in items}
    return tuple(choice.value for choice in SETTINGS.names["downloads"].choices if choice.value in chosen)


def _menu(form: Form) -> tuple[MenuItem, ...]:
    """Return the menu: a list of {label, target}, or a mapping of labels to targets."""
    node = form.node("menu")
    parts = SETTINGS.names["menu"].parts
    if isinstance(node, Mapping) and parts and not any(key.text in parts.names for key, _ in node.pairs):
        items = []
        for key, value in node.pairs:
            target = addresses.link(form.line(value, "menu"))
            if isinstance(target, Code):
                form.wrong(target, "menu", value)
            else:
                items.append(MenuItem(key.text, target))
        return tuple(items)
    pairs = ((own.text("label"), own.checked("target", addresses.link)) for own in form.groups("menu"))
    return tuple(MenuItem(label, target) for label, target in pairs if label and target)


def _checks(form: Form) -> tuple[tuple[str, str], ...]:
    """Return (code, severity) in the order of the codes."""
    checks = {}
    for key, value in form.words("checks"):
        if key.text not in CODES:
            form.report(codes.CHECK_UNKNOWN, form.at(key), found=key.text, nearest=nearest(key.text, CODES))
        elif severity := form.chosen(value, "checks"):
            checks[key.text] = severity
    return tuple(sorted(checks.items()))


def _fields(form: Form) -> tuple[SiteField, ...]:
    """Return the site's own fields: key → type, or key → {label, type, …}."""
    fields: list[SiteField] = []
    taken = set(CASE.names)
    for key, node in form.words("fields"):
        name = key.text.strip()
        if not _FIELD_KEY.fullmatch(name):
            form.report(site.SITE_FIELD_KEY, form.at(key), field=name)
            continue
        own = form.part(key, node, "fields", "type")
        label = own.text("label") or name if own else name
        if clash := next((word for word in (name, label) if word in taken), ""):
            form.report(site.SITE_FIELD_TAKEN, form.at(key), field=clash)
            continue
        taken |= {name, label}
        fields.append(_site_field(name, label, own, form.at(key)))
    return tuple(fields)


def _site_field(key: str, label: str, own: Form | None, place: Place) -> SiteField:
    """Return one of the site's own fields; `own` is None for one named without more."""
    if own is None:
        return SiteField(key, label)
    kind = own.choice("type") or "text"
    choices = tuple(item.text for item in own.texts("choices"))
    if kind == "choice" and not choices:
        own.report(site.SITE_FIELD_CHOICES, place, field=key)
        kind = "text"
    return SiteField(
        key,
        label,
        cast("FieldType", kind),
        own.flag("required", default=False),
        choices,
        own.flag("facet", default=False),
    )
