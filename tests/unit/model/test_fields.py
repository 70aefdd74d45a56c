"""The tables of fields: no name means two things, every field says what it is for."""

import pytest

from casesite.model import case, document, settings
from casesite.model import fields as tables
from casesite.model.fields import Table

TABLES = {name: table for name, table in vars(tables).items() if isinstance(table, Table)}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_field_has_one_meaning_and_a_help_in_both_languages(table: Table) -> None:
    written = [name for field in table.fields for name in (field.key, field.label, *field.others)]
    assert len(written) == len(set(written)) == len(table.names)
    for field in table.fields:
        assert field.zh
        assert field.en
        assert field.key.isascii()
        assert not field.label.isascii() or field.label == field.key
        assert (field.kind == "choice") <= bool(field.choices)
        assert (field.kind in ("group", "groups")) <= (field.parts is not None)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_required_fields_have_an_example_to_paste(table: Table) -> None:
    assert [field.key for field in table.fields if field.required and not field.example] == [
        key for key in ("text",) if table is tables.CORRECTION
    ]


@pytest.mark.parametrize(
    ("table", "value", "elsewhere"),
    [
        (tables.SETTINGS, settings.Settings, set()),
        (tables.FOOTER, settings.Footer, set()),
        (tables.THEME, settings.ThemeChoice, set()),
        (tables.SUBMIT, settings.Submit, set()),
        (tables.LETTER, document.Letter, {"path", "problems"}),
        (tables.COVER, case.Picture, {"path"}),
        (tables.ORIGIN, case.Origin, set()),
    ],
)
def test_tables_and_values_hold_the_same_fields(table: Table, value: type, elsewhere: set[str]) -> None:
    fields = set(getattr(value, "__struct_fields__", ())) - elsewhere
    assert fields <= {field.key for field in table.fields}
    assert {field.key for field in table.fields} - fields <= {"private", "file"}
