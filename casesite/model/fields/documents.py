"""The fields of an issue, a page and a letter."""

from typing import Final

from casesite.model.fields.field import Choice, Field, Table
from casesite.model.fields.parts import COVER
from casesite.model.fields.pinyin import DOCUMENT_PINYIN

LETTER_STATUSES: Final = (Choice("waiting", "待审"), Choice("shown", "公开"), Choice("refused", "不公开"))

ISSUE: Final = Table.of(
    (
        Field(
            key="number",
            label="期号",
            zh="第几期；不写时同文件名",
            en="the issue’s number; the file’s name when absent",
            example="2024 年第 8 期",
            mistaken=("issue", "期"),
        ),
        Field(
            key="title",
            label="标题",
            zh="本期的题目；不写时同期号",
            en="the issue’s title; its number when absent",
            example="组织联建",
            mistaken=("name", "题目"),
        ),
        Field(
            key="date",
            label="日期",
            kind="date",
            zh="出版日期",
            en="the day of publication",
            example="2024-08-31",
            mistaken=("day", "时间"),
        ),
        Field(
            key="cover",
            label="题图",
            kind="group",
            parts=COVER,
            zh="图片文件名，或 {file, alt}",
            en="a picture’s file name, or {file, alt}",
            example="cover.jpg",
            mistaken=("image", "封面"),
        ),
        Field(
            key="cases",
            label="案例",
            kind="texts",
            zh="案例编号的排列次序；归属由案例自己的 issue 决定",
            en="the order of cases by id; a case’s own issue decides where it belongs",
            example="[2024-08-001, 2024-08-002]",
            mistaken=("order", "次序", "目录"),
        ),
        Field(
            key="summary",
            label="摘要",
            zh="两三句话；不写时取正文开头的句子",
            en="two or three sentences; the first of the body when absent",
            mistaken=("description", "简介"),
        ),
        Field(
            key="aliases",
            label="旧地址",
            kind="texts",
            zh="以前的地址，会转到这一页",
            en="former addresses that lead here",
            example="[old/8.html]",
            mistaken=("redirect", "别名"),
        ),
        *DOCUMENT_PINYIN,
        Field(key="private", label="内部", kind="any", zh="永不发布", en="never published"),
    )
)
PAGE: Final = Table.of(
    (
        Field(
            key="title",
            label="标题",
            required=True,
            zh="页面的标题",
            en="the page’s title",
            example="关于我们",
            mistaken=("name", "题目"),
        ),
        Field(
            key="summary",
            label="摘要",
            zh="一两句话",
            en="a sentence or two",
            mistaken=("description", "简介"),
        ),
        Field(
            key="order",
            label="次序",
            kind="whole",
            default="0",
            zh="在菜单和目录里的次序，小的在前",
            en="its rank in menus and lists, small ones first",
            example="10",
            mistaken=("weight", "rank", "顺序", "排序"),
        ),
        Field(
            key="menu",
            label="菜单",
            kind="flag",
            default="false",
            zh="写 true 则进入主菜单",
            en="true puts it in the main menu",
            example="true",
            mistaken=("nav", "导航"),
        ),
        Field(
            key="aliases",
            label="旧地址",
            kind="texts",
            zh="以前的地址，会转到这一页",
            en="former addresses that lead here",
            example="[old/about.html]",
            mistaken=("redirect", "别名"),
        ),
        Field(
            key="search",
            label="检索",
            kind="flag",
            default="true",
            zh="写 false 则不进入站内检索",
            en="false keeps it out of the site’s search",
            example="false",
            mistaken=("searchable", "搜索"),
        ),
        *DOCUMENT_PINYIN,
        Field(key="private", label="内部", kind="any", zh="永不发布", en="never published"),
    )
)
LETTER: Final = Table.of(
    (
        Field(
            key="case",
            label="案例",
            required=True,
            zh="来信所谈案例的编号",
            en="the id of the case that it is about",
            example="2024-08-001",
            mistaken=("id", "案例编号"),
        ),
        Field(
            key="date",
            label="日期",
            kind="date",
            required=True,
            zh="来信日期",
            en="the day it was written",
            example="2024-09-01",
            mistaken=("day", "时间"),
        ),
        Field(
            key="name",
            label="署名",
            required=True,
            zh="公开的署名",
            en="the name to show",
            example="读者李某",
            mistaken=("author", "from", "姓名", "作者"),
        ),
        Field(
            key="text",
            label="内容",
            kind="prose",
            required=True,
            zh="来信的文字",
            en="the letter’s text",
            example="读后很受启发。",
            mistaken=("body", "content", "正文"),
        ),
        Field(
            key="status",
            label="状态",
            kind="choice",
            choices=LETTER_STATUSES,
            default="waiting",
            zh="只有 shown（公开）的来信会发布",
            en="only letters that are shown are published",
            example="shown",
            mistaken=("state",),
        ),
        Field(
            key="reply",
            label="回复",
            kind="prose",
            zh="编者的回复",
            en="the editor’s reply",
            mistaken=("answer", "答复"),
        ),
        Field(
            key="private",
            label="内部",
            kind="any",
            zh="电话、邮箱等，永不发布",
            en="phone, mail and the like, never published",
            mistaken=("phone", "mail", "email", "电话", "邮箱"),
        ),
    )
)
