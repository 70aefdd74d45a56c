"""Problems of readings that an author writes in the text."""

from typing import Final

from casesite.messages.code import Code

COUNT: Final = Code(
    "ruby-count",
    "error",
    zh=(
        "“{word}” 有 {characters} 个字，注音却有 {syllables} 个音节",
        "每个字写一个音节，用空格隔开，如 {{重庆|chóng qìng}}",
    ),
    en=(
        "“{word}” takes {characters} syllables, not {syllables}",
        "write one syllable for each, parted by spaces, such as {{重庆|chóng qìng}}",
    ),
)
OPEN: Final = Code(
    "ruby-open",
    "warning",
    zh=("“{text}” 看上去是注音，但没有结束的 }}", "在拼音之后加上 }}，如 {{重庆|chóng qìng}}"),
    en=(
        "“{text}” looks like ruby but has no closing }}",
        "write }} after the pinyin, as in {{重庆|chóng qìng}}",
    ),
)
SYLLABLE: Final = Code(
    "ruby-syllable",
    "error",
    zh=(
        "“{word}” 的注音 “{syllable}” 不是拼音的音节",
        "改为：{fixed}",
        "用带调号的字母，如 {{重庆|chóng qìng}}",
    ),
    en=(
        "“{syllable}”, given for “{word}”, is no syllable of pinyin",
        "write: {fixed}",
        "use letters with tone marks, such as {{重庆|chóng qìng}}",
    ),
)
READING: Final = Code(
    "ruby-reading",
    "warning",
    zh=(
        "字典里 “{character}” 不读 “{syllable}”",
        "核对读音；写错了就改为 {fixed}，确实这样读可以不改",
        "核对读音；确实这样读可以不改",
    ),
    en=(
        "no dictionary reads “{character}” as “{syllable}”",
        "check it; write {fixed} if that was meant, leave it if it is right",
        "check it; leave it if it is right",
    ),
)
WORD: Final = Code(
    "ruby-word",
    "warning",
    zh=("“{word}” 里不全是汉字，没有注音", "花括号里只放要注音的汉字，如 T{{恤|xù}}"),
    en=(
        "“{word}” is not all Chinese characters, so it has no ruby",
        "put only the characters to read into the braces, such as T{{恤|xù}}",
    ),
)
IN_TABLE: Final = Code(
    "ruby-in-table",
    "error",
    zh=("注音里的竖线把表格的格子分开了：{text}", "在表格里写成 \\|：{cure}"),
    en=("the bar of the ruby splits the table's cell: {text}", "write \\| inside a table: {cure}"),
)
