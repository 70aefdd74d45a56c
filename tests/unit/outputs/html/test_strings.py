"""Every word of the theme stands in its strings, in both languages."""

import re

import pytest

from tests.unit.outputs.html.pages import theme

_HAN = re.compile("[\u3400-\u9fff]")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def test_both_languages_have_the_same_sentences_with_the_same_places() -> None:
    chinese, english = theme("zh").strings, theme("en").strings
    assert chinese.keys() == english.keys()
    for key, text in chinese.items():
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[key])), key
        if "{" not in text:
            assert text != english[key], f"{key} is not translated"


@pytest.mark.parametrize("name", sorted(theme().templates))
def test_no_template_holds_words_of_its_own(name: str) -> None:
    text = _COMMENT.sub("", theme().templates[name])
    assert not _HAN.findall(text)
    bare = re.sub(r"\{[{%].*?[%}]\}", "", text, flags=re.DOTALL)
    assert not re.findall(r">[^<>]*[A-Za-z]{2,}[^<>]*<", bare)
    used = set(re.findall(r"\bt\.([a-z_]+)", text))
    assert used <= theme().strings.keys()


def test_no_sentence_is_left_over() -> None:
    everything = "".join(theme().templates.values())
    used = set(re.findall(r"\bt\.([a-z_]+)", everything))
    by_name = re.compile(
        r"(status|related|date|size|extent)_|(issues|topics|regions|orgs|tags|years|home|search|call)$"
        r"|(topic|region|org|tag|year)$|(page_title|page_link|year_label|issue_number|\w+_title)$"
    )
    assert not [key for key in theme().strings if key not in used and not by_name.match(key)]
