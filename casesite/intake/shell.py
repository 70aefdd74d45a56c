"""What a web page puts around an article: way-marks above; related articles, comments, buttons below."""

import re
from collections.abc import Sequence
from typing import Final

from casesite.chinese.text import count_han
from casesite.intake.draft import Change, Line

_END: Final = r"[\s:：>》»…~～!！。.]*"
_OPENS: Final = re.compile(
    r"[【\[<《〖]?(?:"
    r"相关(?:推荐|阅读|文章|新闻|链接|内容|资讯|报道)|(?:热门|精彩|为您|为你|猜你|编辑|更多|延伸|推荐)(?:推荐|文章|阅读|喜欢|内容|新闻|资讯|精彩)"
    r"|猜你喜欢|评论列表|网友评论|最新评论|全部评论|热门评论|精彩评论|我要评论|发表评论|发表我的评论|评论区|文章评论|用户评论"
    r"|暂无评论.{0,12}|还没有评论.{0,12}|你\s*发表评论|你的评论|取消回复|写评论"
    r"|(?:上|下)一?[篇页条]\s*[:：].{0,60}|(?:上|下)一[篇页条]"
    r"|分享(?:到|至|本文).{0,30}|扫(?:一扫|码).{0,30}|长按.{0,6}二维码.{0,20}"
    r"|返回(?:顶部|首页|列表|上页)|关闭(?:窗口|本页)|打印(?:本页|本文)?(?:\s*关闭(?:窗口)?)?|加入收藏|收藏本文"
    r"|免责声明.{0,80}|版权声明.{0,80}|本文地址.{0,120}|转载请注明.{0,80}"
    r")[】\]>》〗]?(?:\s*[(（]?[0-9]{1,6}[)）]?(?:条|篇)?)?" + _END
)
"""A line that is only this belongs to the page; below the article, so does all that follows."""
_ALWAYS: Final = re.compile(
    r"(?:当前|您(?:的|现在的)|你(?:的|现在的))(?:所在)?位置\s*[:：].{0,80}"
    r"|首页\s*[>》»/|-].{0,80}"
    r"|(?:字号|字体|字体大小)\s*[:：]?[\s大中小特+\-A＋－]*|【?(?:大\s*中\s*小|小\s*中\s*大)】?"
    r"|(?:阅读|浏览|点击|访问)(?:量|数|次数)?\s*[:：]?\s*[0-9.,]+\s*[万次]*"
    r"|(?:点赞|收藏|在看|转发|举报|分享|评论)(?:\s*[(（]?[0-9]*[)）]?\s*(?:点赞|收藏|在看|转发|举报|分享|评论)?)*"
    r"|(?:登录|注册)(?:\s*[|/]?\s*(?:登录|注册))*|点击(?:查看|阅读)(?:原文|全文|更多)|阅读(?:原文|全文)|展开全文|正文"
    + _END
)
_LONG: Final = 40
"""Han characters of a line that may be a paragraph of the article."""
_SENTENCE: Final = re.compile("[。！？；，,;!?]")
_TOP: Final = 8


def remove_shell(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Take away the page's own lines; each is a change.

    Below the last paragraph everything from the first of them on goes, titles of other articles too. A line
    that could be a paragraph is never taken for one of them.
    """
    tail = _tail(lines)
    kept: list[Line] = []
    changes: list[Change] = []
    for place, line in enumerate(lines):
        own = (
            place >= tail
            or _OPENS.fullmatch(line.text)
            or (_is_edge(place, tail) and _ALWAYS.fullmatch(line.text))
        )
        if own:
            changes.append(Change("shell", line.number, line.text, ""))
        else:
            kept.append(line)
    return kept, changes


def _is_edge(place: int, tail: int) -> bool:
    """Whether a line stands near the article's beginning or end."""
    return place < _TOP or place >= tail - _TOP


def _tail(lines: Sequence[Line]) -> int:
    """Return where the page goes on below the article."""
    last = max((place for place, line in enumerate(lines) if _is_paragraph(line.text)), default=-1)
    below = (place for place in range(last + 1, len(lines)) if _OPENS.fullmatch(lines[place].text))
    return next(below, len(lines))


def _is_paragraph(text: str) -> bool:
    """Whether a line is long and punctuated enough to be of the article."""
    return count_han(text) >= _LONG and _SENTENCE.search(text) is not None and _OPENS.fullmatch(text) is None
