"""A body as its page holds it."""

import pytest

from casesite.outputs.html.bodies import page_body, short
from casesite.outputs.html.inputs import Address

LAZY = ' loading="lazy" decoding="async"'
KNOWN = (
    Address("case/b", "cases/b.html"),
    Address("file/c/t.csv", "files/a/t.csv"),
    Address("picture/c/a&b.png", "files/a/a.png", 640, 360),
)


@pytest.mark.parametrize(
    ("xml", "page"),
    [
        ('<p><a href="ref:case/b#x">乙</a></p>', '<p><a href="../cases/b.html#x">乙</a></p>'),
        ('<p><a href="ref:file/c/t.csv">表</a></p>', '<p><a href="../files/a/t.csv">表</a></p>'),
        ('<p><a href="ref:anchor/x">下文</a></p>', '<p><a href="#x">下文</a></p>'),
        ('<p><a href="ref:case/gone">丙</a></p>', "<p><a>丙</a></p>"),
        (
            '<figure><img src="ref:picture/c/a&amp;b.png" alt="湖"/></figure>',
            f'<figure><img src="../files/a/a.png" alt="湖" width="640" height="360"{LAZY}></figure>',
        ),
        (
            '<p><img src="ref:picture/c/a&amp;b.png" alt="" width="64" height="36"/></p>',
            f'<p><img src="../files/a/a.png" alt="" width="64" height="36"{LAZY}></p>',
        ),
        ("<p>一<br/>二</p><hr/>", "<p>一<br>二</p><hr>"),
        ("<table><tr><td/><td>一</td></tr></table>", "<table><tr><td></td><td>一</td></tr></table>"),
        ('<figure class="chart" data-chart="a"/>', '<figure class="chart" data-chart="a"></figure>'),
        ("<p>a/&gt;b 和 &lt;br/&gt;</p>", "<p>a/&gt;b 和 &lt;br/&gt;</p>"),
    ],
)
def test_a_fragment_on_a_page(xml: str, page: str) -> None:
    assert page_body(xml, KNOWN, "../") == page


def test_ruby_leaves_out_what_html_lets_leave_out() -> None:
    full = (
        '<ruby class="n">重<rp>(</rp><rt lang="zh-Latn-pinyin">chóng</rt><rp>)</rp>'
        '庆<rp>(</rp><rt lang="zh-Latn-pinyin">qìng</rt><rp>)</rp></ruby>'
    )
    assert short(full) == '<ruby class="n">重<rp>(<rt>chóng<rp>)</rp>庆<rp>(<rt>qìng<rp>)</ruby>'
