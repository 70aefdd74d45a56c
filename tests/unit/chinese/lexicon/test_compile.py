"""The lexicon that ships is what its script makes."""

from importlib.resources import files

from casesite.chinese.lexicon import lexicon
from casesite.chinese.lexicon.compile import compiled

SHIPPED = files("casesite.chinese").joinpath("data/lexicon.txt").read_text("utf-8")


def test_the_shipped_file_is_what_the_script_makes() -> None:
    assert compiled() == SHIPPED


def test_it_is_small() -> None:
    assert len(SHIPPED.encode()) < 2_000_000


def test_words_have_a_syllable_a_character() -> None:
    assert all(len(reading.split(" ")) == len(word) for word, reading in lexicon().words.items())


def test_words_without_a_reading_of_their_own_are_read_by_shorter_words() -> None:
    assert lexicon().words["世界银行"] == "shì jiè yín háng"


def test_no_reading_holds_a_changed_tone() -> None:
    changed = {("一", "yí"), ("一", "yì"), ("不", "bú")}
    pairs = {
        pair
        for word, reading in lexicon().words.items()
        for pair in zip(word, reading.split(" "), strict=True)
    }
    assert pairs & changed == set()


def test_reach_covers_every_word() -> None:
    known = lexicon()
    assert all(known.reach[word[:2]] >= len(word) for word in known.costs)
