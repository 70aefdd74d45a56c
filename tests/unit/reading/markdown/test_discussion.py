"""The rows of CommonMark's long discussion of bold beside CJK punctuation (commonmark-spec, issue 650).

What a reader expects is bold without asterisks, each time.
"""

import pytest

from casesite.chinese.pinyin import NONE
from casesite.chinese.ruby import Names, Style
from casesite.reading.markdown import read_body


def page(text: str) -> str:
    """Return what the page shows for a paragraph, and that nothing is wrong with it."""
    markdown = read_body(
        text, path="content/a.md", first_line=1, style=Style("off"), names=Names(), readings=NONE
    )
    assert markdown.problems == ()
    return markdown.body.xml.strip().removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize("mark", [*"，。、；：？！“”‘’（）【】《》—～…·〃-々", ""])
def test_bold_may_end_with_any_mark_before_han(mark: str) -> None:
    assert page(f"**真{mark}**她") == f"<strong>真{mark}</strong>她"


@pytest.mark.parametrize("mark", [*"，。、；：？！“”‘’（）【】《》—～…·〃-々"])
def test_bold_may_begin_with_any_mark_after_han(mark: str) -> None:
    assert page(f"她**{mark}真**") == f"她<strong>{mark}真</strong>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**真，** 她", "<strong>真，</strong> 她"),
        ("**真**，她", "<strong>真</strong>，她"),
        ("**真，**&ZeroWidthSpace;她", "<strong>真，</strong>\u200b她"),
        ("**テスト。**テスト", "<strong>テスト。</strong>テスト"),
        ("**テスト**。テスト", "<strong>テスト</strong>。テスト"),
        ("**テスト、**テスト", "<strong>テスト、</strong>テスト"),
        ("**テスト**、テスト", "<strong>テスト</strong>、テスト"),
        ("**テスト？**テスト", "<strong>テスト？</strong>テスト"),
        ("**テスト**？テスト", "<strong>テスト</strong>？テスト"),
        (
            "これは**私のやりたかったこと。**だからするの。",
            "これは<strong>私のやりたかったこと。</strong>だからするの。",
        ),
        (
            "This is **what I wanted to do.** So I am going to do it.",
            "This is <strong>what I wanted to do.</strong> So I am going to do it.",
        ),
        ("これは**「重要なこと」**です。", "これは<strong>「重要なこと」</strong>です。"),
        ("这是**我想做的事。**所以继续。", "这是<strong>我想做的事。</strong>所以继续。"),
        ("**마크다운(Markdown)**을 사용하세요.", "<strong>마크다운(Markdown)</strong>을 사용하세요."),
        ("我可以强调**这个`code`**吗", "我可以强调<strong>这个<code>code</code></strong>吗"),
        ("*真。*她，~~假。~~他", "<em>真。</em>她，<s>假。</s>他"),
        ("***真。***她", "<em><strong>真。</strong></em>她"),
        ("**[真。](https://a.example)**她", '<strong><a href="https://a.example">真。</a></strong>她'),
    ],
)
def test_other_sentences_of_the_discussion(text: str, shown: str) -> None:
    assert page(text) == shown
