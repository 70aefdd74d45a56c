"""Every sentence about what editors write names a step, in both languages, with every value filled in."""

import re
import string

import pytest

from casesite.messages import fields, files, site, values, yaml
from casesite.messages.code import Code, Language, Sentence

CODES = [
    code
    for module in (fields, files, site, values, yaml)
    for code in vars(module).values()
    if isinstance(code, Code)
]
HAN = re.compile("[\u4e00-\u9fff]")


def names(sentence: Sentence) -> set[str]:
    return {name for text in sentence for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", CODES, ids=str)
def test_message_and_cure_are_there(code: Code, language: Language) -> None:
    template = code.zh if language == "zh" else code.en
    given = {name: f"⟨{name}⟩" for name in names(template)}
    sentence = code.sentence(language, given)
    assert sentence.message
    assert sentence.cure
    assert bool(HAN.search(sentence.message)) is (language == "zh") or "单县" in sentence.cure
    for text in sentence[:2]:
        assert not re.search(r"\{\w", text)
        assert text == text.strip()


@pytest.mark.parametrize("code", CODES, ids=str)
def test_both_languages_name_the_same_values(code: Code) -> None:
    assert names(code.zh) == names(code.en)
    assert bool(code.zh.bare) is bool(code.en.bare)
