"""The tables of all fields: manual, schema, new files, drafts and error messages come from them."""

from casesite.model.fields.case import CASE
from casesite.model.fields.data import INDICATOR, PERSON, REGION, TERM
from casesite.model.fields.documents import ISSUE, LETTER, PAGE
from casesite.model.fields.field import Choice, Field, Kind, Table
from casesite.model.fields.parts import CORRECTION, COVER, FIGURE, ORIGIN, STATUSES
from casesite.model.fields.pinyin import PINYIN
from casesite.model.fields.settings import SETTINGS
from casesite.model.fields.settings_parts import FOOTER, MENU_ITEM, SITE_FIELD, SUBMIT, THEME

__all__ = [
    "CASE",
    "CORRECTION",
    "COVER",
    "FIGURE",
    "FOOTER",
    "INDICATOR",
    "ISSUE",
    "LETTER",
    "MENU_ITEM",
    "ORIGIN",
    "PAGE",
    "PERSON",
    "PINYIN",
    "REGION",
    "SETTINGS",
    "SITE_FIELD",
    "STATUSES",
    "SUBMIT",
    "TERM",
    "THEME",
    "Choice",
    "Field",
    "Kind",
    "Table",
]
