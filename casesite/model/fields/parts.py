"""The parts of a case's fields that are groups, and the values that others choose from."""

from typing import Final

from casesite.model.fields.field import Choice, Field, Table

STATUSES: Final = (
    Choice("inbox", "收件"),
    Choice("draft", "草稿"),
    Choice("review", "审核"),
    Choice("selected", "入选"),
    Choice("published", "发布"),
    Choice("withdrawn", "撤下"),
)
ABOUT: Final = (Choice("余", "余"), Choice("超", "超"), Choice("近", "近"))

FIGURE: Final = Table.of(
    (
        Field(
            key="id",
            label="标识",
            zh="指标的标识，见 data/indicators.yaml",
            en="the indicator’s id, see data/indicators.yaml",
            example="funds",
        ),
        Field(
            key="label",
            label="名称",
            zh="指标的名称；标识在指标表里时可不写",
            en="the indicator’s name; may be left out when the id is in the table",
            example="整合资金",
            mistaken=("name", "指标"),
        ),
        Field(
            key="value",
            label="数值",
            kind="number",
            required=True,
            zh="只写数字",
            en="the number alone",
            example="3346",
            mistaken=("number", "数字"),
        ),
        Field(key="unit", label="单位", zh="数字的单位", en="the unit of the number", example="万元"),
        Field(
            key="about",
            label="约数",
            kind="choice",
            choices=ABOUT,
            zh="余、超 或 近",
            en="余 (over), 超 (more than) or 近 (nearly)",
            example="余",
        ),
        Field(
            key="note",
            label="说明",
            zh="统计口径",
            en="what the number covers",
            example="累计",
            mistaken=("备注",),
        ),
        Field(
            key="from",
            label="原句",
            zh="正文里出处的句子",
            en="the sentence of the body that it comes from",
            mistaken=("sentence", "出处"),
        ),
    )
)
COVER: Final = Table.of(
    (
        Field(
            key="file",
            label="文件",
            required=True,
            zh="图片的文件名",
            en="the picture’s file name",
            example="photo.jpg",
            mistaken=("path", "src", "图片"),
        ),
        Field(
            key="alt",
            label="替代文字",
            zh="给看不到图片的人读的说明",
            en="the words for those who cannot see it",
            mistaken=("说明", "描述", "text"),
        ),
    )
)
ORIGIN: Final = Table.of(
    (
        Field(
            key="name", label="名称", zh="首发的报刊或网站", en="where it first appeared", example="大众日报"
        ),
        Field(
            key="url",
            label="网址",
            zh="原文网址",
            en="the address of the original",
            example="https://example.org/a",
            mistaken=("link", "链接"),
        ),
        Field(
            key="date",
            label="日期",
            kind="date",
            zh="首发日期",
            en="when it first appeared",
            example="2024-08-20",
        ),
    )
)
CORRECTION: Final = Table.of(
    (
        Field(
            key="date",
            label="日期",
            kind="date",
            required=True,
            zh="更正日期",
            en="the day of the correction",
            example="2024-09-01",
        ),
        Field(
            key="text",
            label="内容",
            required=True,
            zh="更正了什么",
            en="what was corrected",
            mistaken=("说明",),
        ),
    )
)
