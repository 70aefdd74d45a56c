"""The table of slugs may only grow."""

from importlib.resources import files

from casesite.chinese.compile_slugs import extended, plain, written
from casesite.chinese.slug import Table, read_table

SHIPPED = files("casesite.chinese").joinpath("data/slugs.txt").read_text("utf-8")


def test_what_stands_in_the_table_is_never_changed() -> None:
    old = Table({"长": "zhang"}, {"重庆": "zhong qing"}, {"é": "x"})
    new = extended(old)
    assert (new.characters["长"], new.phrases["重庆"], new.letters["é"]) == ("zhang", "zhong qing", "x")
    assert new.characters["中"] == "zhong"


def test_the_shipped_table_reads_back_as_written() -> None:
    assert written(read_table(SHIPPED)) == SHIPPED


def test_all_syllables_are_plain() -> None:
    table = read_table(SHIPPED)
    syllables = {
        *table.characters.values(),
        *" ".join(table.phrases.values()).split(),
        *table.letters.values(),
    }
    assert all(syllable.isascii() and syllable.isalpha() and syllable.islower() for syllable in syllables)
    assert plain("lǜ") == "lv"


def test_all_ordinary_han_characters_are_there() -> None:
    characters = read_table(SHIPPED).characters
    lacking = [chr(code) for code in range(0x4E00, 0x9FA6) if chr(code) not in characters]
    # Ten characters made in Japan or for units of measure have no Chinese reading.
    assert len(lacking) == 10
    assert {"兙", "瓧"} < set(lacking)
