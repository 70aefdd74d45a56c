"""The fields of the entries of `content/data`."""

from typing import Final

from msgspec.structs import replace

from casesite.model.fields.field import Choice, Field, Table

AGGREGATES: Final = (Choice("sum", "求和"), Choice("none", "不汇总"))

_READING: Final = Field(
    key="reading",
    label="读音",
    zh="每个字的拼音，用空格隔开",
    en="the pinyin of each character, parted by spaces",
    example="shàn xióng xìn",
    mistaken=("pinyin", "拼音"),
)
_READING_OF_PLACE: Final = replace(_READING, example="shàn xiàn")
TERM: Final = Table.of(
    (
        Field(
            key="name",
            label="名称",
            required=True,
            zh="正式的名称",
            en="its own name",
            example="党建联建",
            mistaken=("title", "label", "标题"),
        ),
        Field(
            key="aliases",
            label="别名",
            kind="texts",
            zh="也可以这样写",
            en="other ways to write it",
            example="[组织联建]",
            mistaken=("alias", "简称"),
        ),
        Field(
            key="description",
            label="说明",
            zh="在它的页面上显示",
            en="shown on its page",
            mistaken=("summary", "描述"),
        ),
        Field(
            key="slug",
            label="地址",
            zh="页面地址用的名字",
            en="its name in the address",
            example="lian-jian",
            mistaken=("id", "url"),
        ),
        _READING_OF_PLACE,
    )
)
REGION: Final = Table.of(
    (
        Field(key="code", label="代码", zh="行政区划代码", en="the official code", example="370800"),
        Field(
            key="aliases",
            label="别名",
            kind="texts",
            zh="也可以这样写",
            en="other ways to write it",
            example="[济宁地区]",
        ),
        _READING_OF_PLACE,
        Field(
            key="parts",
            label="下辖",
            kind="any",
            zh="下一级地区，列表或分组",
            en="the regions below it, a list or a group",
            example="[汶上县, 金乡县]",
        ),
    )
)
INDICATOR: Final = Table.of(
    (
        Field(key="id", label="标识", required=True, zh="短的英文标识", en="a short id", example="funds"),
        Field(
            key="label",
            label="名称",
            required=True,
            zh="指标的名称",
            en="its name",
            example="整合资金",
            mistaken=("name", "title"),
        ),
        Field(
            key="aliases",
            label="别名",
            kind="texts",
            zh="也可以这样写",
            en="other ways to write it",
            example="[投入资金]",
        ),
        Field(key="unit", label="单位", zh="比较时用的单位", en="the unit to compare in", example="万元"),
        Field(
            key="aggregate",
            label="汇总",
            kind="choice",
            choices=AGGREGATES,
            default="none",
            zh="各案例能否相加",
            en="whether cases may be added up",
            example="sum",
        ),
    )
)
PERSON: Final = Table.of(
    (
        Field(key="name", label="姓名", required=True, zh="姓名", en="the name", example="单雄信"),
        _READING,
    )
)
