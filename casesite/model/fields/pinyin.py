"""The settings of pinyin: what carries it and how it is written, for a site and for one document."""

from typing import Final

from msgspec.structs import replace

from casesite.model.fields.field import Choice, Field

PINYIN: Final = (
    Choice("off", "不标"),
    Choice("marked", "手标"),
    Choice("names", "专名"),
    Choice("hard", "难字"),
    Choice("all", "全部"),
)
PINYIN_BY: Final = (Choice("character", "逐字"), Choice("word", "按词"))
PINYIN_TONES: Final = (Choice("citation", "本调"), Choice("spoken", "变调"))

SITE_PINYIN: Final = (
    Field(
        key="pinyin",
        label="拼音",
        kind="choice",
        choices=PINYIN,
        default="names",
        zh="注音范围",
        en="which words carry pinyin",
        example="names",
        mistaken=("ruby", "注音"),
    ),
    Field(
        key="pinyin_hard",
        label="难字标准",
        kind="texts",
        default="一级",
        zh="范围为难字时，哪些算难字：一级（一级字以外）或 二级（二级字以外），后面可再列自己的字",
        en="what is hard: characters beyond level 1 or 2 of the standard list, then some of your own",
        example="[一级, 畲, 榫卯]",
        mistaken=("hard", "难字", "生字"),
    ),
    Field(
        key="pinyin_first",
        label="首次注音",
        kind="flag",
        default="false",
        zh="写 true 则一个词在一篇里只注第一次",
        en="true marks a word only where a text first has it",
        example="true",
        mistaken=("first", "once", "只注一次"),
    ),
    Field(
        key="pinyin_by",
        label="拼音排法",
        kind="choice",
        choices=PINYIN_BY,
        default="character",
        zh="一字一个音节，或一词连写",
        en="a syllable above each character, or one spelling above a word",
        example="word",
        mistaken=("连写", "分词"),
    ),
    Field(
        key="pinyin_tones",
        label="声调",
        kind="choice",
        choices=PINYIN_TONES,
        default="citation",
        zh="标字典里的本调，或口语里变化后的声调（教学用）",
        en="tones as a dictionary has them, or as they are spoken (for teaching)",
        example="spoken",
        mistaken=("tones", "tone", "变调"),
    ),
)
"""In `content/site.yaml`."""

DOCUMENT_PINYIN: Final = (
    *(
        replace(
            field,
            default="",
            zh=f"{field.zh}；不写时同 site.yaml",
            en=f"{field.en}; as in site.yaml when absent",
        )
        for field in SITE_PINYIN
        if field.key != "pinyin_hard"
    ),
    Field(
        key="readings",
        label="读音",
        kind="words",
        zh="本文里词的读音",
        en="readings of words in this text",
        example="{单县: shàn xiàn}",
        mistaken=("reading", "pronunciation"),
    ),
)
"""In the front matter of a case, an issue or a page."""
