"""Problems of pinyin: its levels, and readings that are given."""

from typing import Final

from casesite.messages.code import Code

PINYIN_RANGE: Final = Code(
    "pinyin-range",
    "error",
    zh=(
        "“::: 注音” 后面的 “{found}” 不是注音范围，这一段同全文一样注音",
        "可改为：::: 注音 {nearest}",
        "后面写一种范围：{choices}",
    ),
    en=(
        "“{found}” after “::: 注音” is no level of pinyin, so this part is marked like the rest",
        "use: ::: 注音 {nearest}",
        "name one of the levels: {choices}",
    ),
)
READING_SYLLABLE: Final = Code(
    "reading-syllable",
    "error",
    zh=(
        "“{word}” 的读音里，“{syllable}” 不是拼音的音节",
        "改为：{nearest}",
        "用带调号的拼音，例如：单县: shàn xiàn",
    ),
    en=(
        "“{syllable}”, in the reading of “{word}”, is no syllable of pinyin",
        "write: {nearest}",
        "use pinyin with tone marks, such as 单县: shàn xiàn",
    ),
)
READING_UNKNOWN: Final = Code(
    "reading-unknown",
    "warning",
    zh=(
        "词典里 “{character}” 没有 “{syllable}” 这个读音，只有：{known}",
        "核对 “{word}” 的读音；确实这样读，可以不改",
    ),
    en=(
        "no dictionary reads “{character}” as “{syllable}”, only as: {known}",
        "check the reading of “{word}”; leave it if it is right",
    ),
)
POLYPHONE_UNSURE: Final = Code(
    "polyphone-unsure",
    "hint",
    zh=(
        "“{word}” 里的 “{character}” 读作 {syllable}，没有把握，也可能是 {other}（本篇 {count} 处）",
        (
            "写进本篇开头的 readings: 下面（前面空两格），或者写进 content/data/readings.yaml 管全站。"
            "读得对：{keep}，应读 {other}：{change}"
        ),
        "单独标出这个字的读音（正文里用花括号，标题的写在本篇开头）：{alone}",
    ),
    en=(
        "“{character}” in “{word}” is read {syllable}, which is not sure; it may be {other} ({count} here)",
        (
            "below readings: at the head of this text (after two spaces), or in content/data/readings.yaml, "
            "write {keep} if it is right, {change} if it is {other}"
        ),
        "mark this character alone, a title's at the head of the file: {alone}",
    ),
)
HARD_UNKNOWN: Final = Code(
    "hard-unknown",
    "error",
    zh=(
        "{field} 里的 “{found}” 既不是级别，也不全是汉字",
        "写 一级 或 二级，后面可以再列汉字，例如：[一级, 畲, 榫卯]",
    ),
    en=(
        "“{found}” in {field} is neither a level nor all Han characters",
        "write 一级 or 二级, then characters of your own, such as [一级, 畲, 榫卯]",
    ),
)
