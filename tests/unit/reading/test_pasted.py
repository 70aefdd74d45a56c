"""What a paste from Word leaves in a file is told once and never shown raw."""

import pytest

from casesite.reading.pasted import without_pasted

PATH = "content/cases/a.md"


@pytest.mark.parametrize(
    ("written", "read", "place", "count", "names", "excerpt"),
    [
        ("断桥\n重\u202e连\u202c", "断桥\n重连", (2, 2), "2", "U+202C U+202E", "重U+202E连U+202C"),
        ("一\u2028二", "一 二", (1, 2), "1", "U+2028", "一U+2028二"),
        ("\u2029一", " 一", (1, 1), "1", "U+2029", "U+2029一"),
        ("会\u2067议\u2069", "会议", (1, 2), "2", "U+2067 U+2069", "会U+2067议U+2069"),
        (
            "桥\ue000\ue000\uf8ff",
            "桥\ue000\ue000\uf8ff",
            (1, 2),
            "3",
            "U+E000 U+F8FF",
            "桥U+E000U+E000U+F8FF",
        ),
        ("a\u200bb\ufeffc\u00add", "abcd", (1, 2), "3", "U+00AD U+200B U+FEFF", "aU+200BbU+FEFFcU+00ADd"),
        (
            "\ue000\ue001\ue002\ue003\ue004\ue005\ue006",
            "\ue000\ue001\ue002\ue003\ue004\ue005\ue006",
            (1, 1),
            "7",
            "U+E000 U+E001 U+E002 U+E003 U+E004 U+E005 …",
            "U+E000U+E001U+E002U+E003U+E004U+E005U+E006",
        ),
    ],
)
def test_it_is_named_once_a_file_with_its_first_place(  # noqa: PLR0917,PLR0913  a row of the table
    written: str, read: str, place: tuple[int, int], count: str, names: str, excerpt: str
) -> None:
    text, problems = without_pasted(PATH, written)
    assert text == read
    (problem,) = problems
    assert problem.code == "characters-pasted"
    assert (problem.line, problem.column) == place
    assert dict(problem.values) == {"count": count, "names": names}
    assert problem.excerpt == excerpt


@pytest.mark.parametrize("text", ["", "断桥 2024\n", "家👨\u200d👩\u200d👧", "𠀀\t\u00a0\u3000"])
def test_other_text_stays(text: str) -> None:
    assert without_pasted(PATH, text) == (text, ())
