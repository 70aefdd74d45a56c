"""A part of the search data as JavaScript reads it, and as nothing else can."""

import json

import pytest

from casesite.outputs.search.script import part, part_of


@pytest.mark.parametrize("text", ["</script><!--", "a & b > c", "a\u2028b\u2029c", '"\\<', "重庆\ud800"])
def test_a_text_comes_back_as_it_was_and_holds_no_markup(text: str) -> None:
    data = part("d0-0", [text])
    assert data.startswith(b'casesite._part("d0-0",["')
    assert not set("<>&\u2028\u2029") & set(data.decode())
    assert json.loads(data[22:-2]) == [text]


def test_postings_stay_one_character_each_but_for_line_ends() -> None:
    assert part_of("s0-0", '["&<","\u2028"]').decode() == 'casesite._part("s0-0",["&<","\\u2028"])\n'
