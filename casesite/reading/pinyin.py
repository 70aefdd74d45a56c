"""How a document is marked with pinyin: what it sets itself, over what the site sets."""

from typing import NamedTuple, cast

from msgspec.structs import replace

from casesite.chinese.levels import common
from casesite.chinese.pinyin import Readings
from casesite.chinese.ruby import Style
from casesite.model.settings import PinyinBy, PinyinLevel, PinyinTones, Settings
from casesite.reading.form import Form
from casesite.reading.readings import read_readings


class Pinyin(NamedTuple):
    """A document's style, and its readings joined to the site's; with `unsure` doubts are listened for."""

    style: Style
    readings: Readings
    unsure: bool = False


def style_of(settings: Settings) -> Style:
    """Return the style of a site."""
    return Style(
        settings.pinyin,
        common(settings.pinyin_hard.beyond) - set(settings.pinyin_hard.extra),
        settings.pinyin_first,
        settings.pinyin_by,
        settings.pinyin_tones,
    )


def read_pinyin(form: Form, style: Style, readings: Readings, *, unsure: bool = False) -> Pinyin:
    """Return how a case, an issue or a page is marked; `style` and `readings` are the site's."""
    own = replace(
        style,
        level=cast("PinyinLevel", form.choice("pinyin") or style.level),
        first=form.flag("pinyin_first", default=style.first),
        by=cast("PinyinBy", form.choice("pinyin_by") or style.by),
        tones=cast("PinyinTones", form.choice("pinyin_tones") or style.tones),
    )
    if form.node("readings"):
        readings = readings.joined(read_readings(form))
    return Pinyin(own, readings, unsure)
