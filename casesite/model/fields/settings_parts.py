"""The groups among the settings, and the values that others choose from."""

from typing import Final

from casesite.model.fields.field import Choice, Field, Table

FIELD_TYPES: Final = (
    Choice("text", "文字"),
    Choice("number", "数字"),
    Choice("date", "日期"),
    Choice("choice", "选项"),
    Choice("list", "列表"),
    Choice("reference", "引用"),
)
DOWNLOADS: Final = tuple(
    Choice(value, label)
    for value, label in (
        ("booklet", "合订本"),
        ("epub", "电子书"),
        ("docx", "Word"),
        ("html", "网页"),
        ("wechat", "微信"),
    )
)
SEVERITIES: Final = (
    Choice("error", "错误"),
    Choice("warning", "提醒"),
    Choice("hint", "提示"),
    Choice("off", "关闭"),
)

THEME: Final = Table.of(
    (
        Field(
            key="name",
            label="名称",
            default="default",
            zh="主题的文件夹名",
            en="the theme’s folder",
            example="default",
        ),
        Field(
            key="accent",
            label="主色",
            zh="主色，如 #9a2b1f",
            en="the accent colour, such as #9a2b1f",
            example="#9a2b1f",
            mistaken=("color", "colour", "颜色"),
        ),
        Field(
            key="logo",
            label="标志",
            zh="content/static 里的图片",
            en="a picture in content/static",
            example="logo.svg",
            mistaken=("icon", "图标"),
        ),
        Field(
            key="indent",
            label="首行缩进",
            kind="flag",
            default="true",
            zh="段首空两格",
            en="indent paragraphs by two characters",
            example="false",
        ),
    )
)
SITE_FIELD: Final = Table.of(
    (
        Field(
            key="label",
            label="名称",
            zh="显示的名称；不写时同字段名",
            en="the name to show; the field’s own when absent",
            example="受益户数",
        ),
        Field(
            key="type",
            label="类型",
            kind="choice",
            choices=FIELD_TYPES,
            default="text",
            zh="内容的类型",
            en="what it takes",
            example="number",
        ),
        Field(
            key="required",
            label="必填",
            kind="flag",
            default="false",
            zh="每个案例都要有",
            en="every case must have it",
            example="true",
        ),
        Field(
            key="choices",
            label="选项",
            kind="texts",
            zh="类型为选项时可选的内容",
            en="what a field of type choice may be",
            example="[一等奖, 二等奖]",
            mistaken=("options", "values"),
        ),
        Field(
            key="facet",
            label="筛选",
            kind="flag",
            default="false",
            zh="在检索页可以筛选",
            en="offered as a filter on the search page",
            example="true",
            mistaken=("filter",),
        ),
    )
)
MENU_ITEM: Final = Table.of(
    (
        Field(
            key="label",
            label="名称",
            required=True,
            zh="显示的文字",
            en="the text to show",
            example="关于",
            mistaken=("title", "name", "text"),
        ),
        Field(
            key="target",
            label="目标",
            required=True,
            zh="站内地址或网址",
            en="an address of the site, or of another",
            example="about.html",
            mistaken=("url", "link", "href", "网址", "链接"),
        ),
    )
)
FOOTER: Final = Table.of(
    (
        Field(
            key="organiser",
            label="主办",
            others=("organizer",),
            zh="主办单位",
            en="who runs the site",
            example="某某县委组织部",
            mistaken=("owner", "主办单位"),
        ),
        Field(key="icp", label="备案号", zh="ICP 备案号", en="the ICP number", example="鲁ICP备00000000号"),
        Field(
            key="police",
            label="公安备案",
            zh="公安备案号",
            en="the police registration",
            example="鲁公网安备00000000000000号",
        ),
        Field(
            key="site_code",
            label="标识码",
            zh="政府网站标识码",
            en="the code of a government site",
            example="3700000000",
        ),
        Field(key="report", label="举报", zh="举报电话或网址", en="where to report abuse", example="12377"),
    )
)
SUBMIT: Final = Table.of(
    (
        Field(
            key="mail",
            label="邮箱",
            zh="投稿和来信的邮箱",
            en="where cases and letters go",
            example="cases@example.org",
            mistaken=("email", "address", "邮件"),
        ),
        Field(key="subject", label="主题", zh="邮件主题", en="the subject of the mail", example="案例投稿"),
    )
)
