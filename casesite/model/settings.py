"""The settings of a showcase, as `content/site.yaml` gives them."""

from typing import Literal

from msgspec import Struct

PinyinLevel = Literal["off", "marked", "names", "hard", "all"]
PinyinBy = Literal["character", "word"]
PinyinTones = Literal["citation", "spoken"]
FieldType = Literal["text", "number", "date", "choice", "list", "reference"]


class ThemeChoice(Struct, frozen=True, array_like=True):
    """Which theme a site uses and what it sets in it; an empty text keeps the theme's own."""

    name: str = "default"
    accent: str = ""
    logo: str = ""
    indent: bool = True


class SiteField(Struct, frozen=True, array_like=True):
    """A field that a site adds to its cases."""

    key: str
    label: str
    type: FieldType = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    facet: bool = False


class HardCharacters(Struct, frozen=True, array_like=True):
    """Which characters are hard: beyond a level of the standard list, and `extra` ones, in code order."""

    beyond: Literal[1, 2] = 1
    extra: str = ""


class MenuItem(Struct, frozen=True, array_like=True):
    """An entry of the main menu: `target` is a page's address or a `ref:` as in `model.case`."""

    label: str
    target: str


class Footer(Struct, frozen=True, array_like=True):
    """What the law or the office wants at a page's foot; an empty field vanishes."""

    organiser: str = ""
    icp: str = ""
    police: str = ""
    site_code: str = ""
    report: str = ""


class Submit(Struct, frozen=True, array_like=True):
    """Where cases and letters are sent."""

    mail: str = ""
    subject: str = ""


class Settings(Struct, frozen=True, kw_only=True):
    """All settings of a site. `timezone` is an offset such as `+08:00`; `url` has no `/` at its end."""

    title: str
    id: str = ""
    url: str = ""
    language: str = "zh-Hans"
    timezone: str = "+08:00"
    description: str = ""
    publisher: str = ""
    theme: ThemeChoice = ThemeChoice()
    output: str = "public"
    pinyin: PinyinLevel = "names"
    pinyin_hard: HardCharacters = HardCharacters()
    pinyin_first: bool = False
    pinyin_by: PinyinBy = "character"
    pinyin_tones: PinyinTones = "citation"
    search: bool = True
    page_size: int = 50
    noindex: bool = False
    fields: tuple[SiteField, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    downloads: tuple[str, ...] = ()
    footer: Footer = Footer()
    checks: tuple[tuple[str, str], ...] = ()
    submit: Submit = Submit()
    plugins: tuple[str, ...] = ()
    format: int = 1
