"""Every sentence that a person may read, in both languages, in one table: `golden/messages.txt`.

Each code's values are those that the program passes; in the table they stand as `‹name›`.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter
from typing import Final

import pytest

from casesite import messages
from casesite.messages import CODES, find
from casesite.messages.code import Code, Language, Sentence
from casesite.messages.interface import WORDS, say
from tests.house.sources import modules

TABLE: Final = Path(__file__).parent / "golden/messages.txt"
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
CONSTANTS: Final = {
    name: code
    for module in messages._MODULES
    for name, code in vars(module).items()
    if isinstance(code, Code)
}
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _every(sentence: Sentence) -> set[str]:
    return _names(sentence.message) | _names(sentence.cure) | _names(sentence.bare)


def _texts(code: Code) -> list[str]:
    """Return the rows of a code: each language's message, cure and bare cure, with its values named."""
    rows = []
    for language in LANGUAGES:
        sentence: Sentence = getattr(code, language)
        values = {name: f"‹{name}›" for name in _every(sentence)}
        rows += [text.format_map(values) for text in sentence if text]
    return rows


def test_the_table_of_all_sentences(golden: Callable[[Path, str], None]) -> None:
    rows = []
    for name in sorted(CODES):
        rows += [f"{name} ({find(name).severity})", *(f"    {text}" for text in _texts(find(name))), ""]
    rows += [f"{key}: {say_raw(key, 0)}\n    {say_raw(key, 1)}" for key in sorted(WORDS)]
    golden(TABLE, "\n".join(rows) + "\n")


def say_raw(key: str, language: int) -> str:
    """Return a sentence of the command line with its values named."""
    text = WORDS[key][language]
    return text.format_map({name: f"‹{name}›" for name in _names(text)})


@pytest.mark.parametrize("name", sorted(CODES))
def test_both_languages_say_the_same_things(name: str) -> None:
    code = find(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert bool(code.zh.bare) == bool(code.en.bare)
    assert _names(code.zh.message) == _names(code.en.message)
    assert _names(code.zh.cure) | _names(code.zh.bare) == _names(code.en.cure) | _names(code.en.bare)
    assert code.zh.cure
    assert code.en.cure


@pytest.mark.parametrize("name", sorted(CODES))
def test_a_cure_without_its_value_is_another_cure(name: str) -> None:
    """What is given as the bare cure must not need the value whose absence calls for it."""
    code = find(name)
    for language in LANGUAGES:
        sentence: Sentence = getattr(code, language)
        everything = _every(code.zh) | _every(code.en)
        for gone in _names(sentence.cure) - _names(sentence.bare) if sentence.bare else ():
            values = dict.fromkeys(everything, "某")
            assert code.sentence(language, {**values, gone: ""}).cure == sentence.bare.format_map(values)


@pytest.mark.parametrize("name", sorted(CODES))
def test_the_sentences_are_written_well(name: str) -> None:
    code = find(name)
    for text in filter(None, (*code.zh, *code.en)):
        assert not text.endswith(("。", "！", "!", " ")), text
        assert not text.endswith(".") or text.endswith(".."), text
        assert "  " not in text, text
    for text in filter(None, code.zh):
        assert _HAN.search(text), text
        # A colon or comma before a space is YAML's, as one would write it.
        assert not re.search(r"[\u4e00-\u9fff]([;?!]|,(?! )|:(?![ 分]|$))", text), f"half-width: {text}"
        assert "你" not in text, f"an editor is 您 or nobody: {text}"
    for text in filter(None, code.en):
        assert text[0].islower() or not text[0].isalpha() or text.split()[0].isupper(), text


@pytest.mark.parametrize("key", sorted(WORDS))
def test_the_command_line_says_the_same_in_both_languages(key: str) -> None:
    chinese, english = WORDS[key]
    assert _names(chinese) == _names(english)
    assert say(key, "zh", **dict.fromkeys(_names(chinese), "某"))
    assert say(key, "en", **dict.fromkeys(_names(english), "某"))


def test_every_problem_is_made_with_the_values_that_its_sentence_needs() -> None:
    """Wherever the program names a code beside its values, all words of the sentence are there."""
    made = list(_made())
    assert len(made) > len(CODES) // 2
    assert not [
        f"{place}: {code} lacks {', '.join(sorted(missing))}"
        for place, code, given in made
        if (missing := (_every(code.zh) | _every(code.en)) - given)
    ]


def test_every_code_is_used() -> None:
    used = {
        _named(node) for name, tree in modules() if not name.startswith("messages") for node in ast.walk(tree)
    }
    assert CONSTANTS.keys() - used == set()
    assert sorted(CONSTANTS.values()) == sorted(CODES), "two constants of one name"


def _made() -> Iterator[tuple[str, Code, set[str]]]:
    """Yield each call that names a code as an argument, with the names of the values it gives."""
    for name, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            given = {word.arg for word in node.keywords if word.arg}
            given |= {str(key.value) for arg in node.args if isinstance(arg, ast.Dict) for key in _keys(arg)}
            spread = any(word.arg is None for word in node.keywords)
            method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if spread or method not in {"problem", "report", "wrong"}:
                continue
            if method == "wrong":  # a form adds the field and what was found in it
                given |= {"field", "found"}
            for arg in node.args:
                code = CONSTANTS.get(_named(arg))
                if code is not None:
                    yield f"{name}:{node.lineno}", code, given


def _keys(node: ast.Dict) -> Iterator[ast.Constant]:
    yield from (key for key in node.keys if isinstance(key, ast.Constant))


def _named(node: ast.AST) -> str:
    """Return the constant's name that a node is, as in `codes.FIELD_EMPTY`, or an empty text."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name if name.isupper() else ""
