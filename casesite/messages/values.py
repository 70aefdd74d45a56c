"""Problems of what a field holds: its type, its form, its range."""

from typing import Final

from casesite.messages.code import Code

FIELD_NOT_TEXT: Final = Code(
    "field-not-text",
    "error",
    zh=("{field} 应为一段文字，这里是列表或分组：{found}", "写成一行文字；内容以 [ 或 {{ 开头时加引号"),
    en=(
        "{field} takes a text, not a list or a group: {found}",
        "write one line of text; quote a text that starts with [ or {{",
    ),
)
FIELD_NOT_TEXTS: Final = Code(
    "field-not-texts",
    "error",
    zh=("{field} 应为文字的列表，这里是：{found}", "写成：{field}: [第一项, 第二项]"),
    en=("{field} takes a list of texts, not: {found}", "write {field}: [first, second]"),
)
FIELD_NOT_FLAG: Final = Code(
    "field-not-flag",
    "error",
    zh=("{field} 只能是 true（是）或 false（否），这里是：{found}", "改为 true 或 false"),
    en=("{field} is either true or false, not: {found}", "write true or false"),
)
FIELD_NOT_DATE: Final = Code(
    "field-not-date",
    "error",
    zh=("{field} 应为日期，这里是：{found}", "写成 年-月-日，例如：2024-08-20"),
    en=("{field} takes a date, not: {found}", "write year-month-day, such as 2024-08-20"),
)
FIELD_NO_SUCH_DATE: Final = Code(
    "field-no-such-date",
    "error",
    zh=("{field}：没有 {found} 这一天", "改为日历上有的日期"),
    en=("{field}: there is no {found} in the calendar", "write a date that exists"),
)
FIELD_NOT_MOMENT: Final = Code(
    "field-not-moment",
    "error",
    zh=("{field} 应为日期和时间，这里是：{found}", "写成 年-月-日 时:分，例如：2024-08-20 08:00"),
    en=(
        "{field} takes a date and time, not: {found}",
        "write year-month-day hour:minute, such as 2024-08-20 08:00",
    ),
)
FIELD_NO_SUCH_TIME: Final = Code(
    "field-no-such-time",
    "error",
    zh=("{field}：没有 {found} 这个时刻", "小时写 0 到 23，分钟写 0 到 59"),
    en=("{field}: there is no such time as {found}", "hours run from 0 to 23, minutes from 0 to 59"),
)
FIELD_NOT_NUMBER: Final = Code(
    "field-not-number",
    "error",
    zh=(
        "{field} 应为数字，这里是：{found}",
        "只写 {number}，单位和 “余”“约” 等写在别的字段里",
        "只写数字，例如：3346",
    ),
    en=(
        "{field} takes a number, not: {found}",
        "write {number} alone; unit and words such as “about” go into fields of their own",
        "write the number alone, such as 3346",
    ),
)
FIELD_NOT_WHOLE: Final = Code(
    "field-not-whole",
    "error",
    zh=("{field} 应为 {least} 到 {most} 的整数，这里是：{found}", "改为这个范围里的整数"),
    en=(
        "{field} takes a whole number from {least} to {most}, not: {found}",
        "write a whole number of that range",
    ),
)
FIELD_CHOICE: Final = Code(
    "field-choice",
    "error",
    zh=("{field} 不能是 “{found}”，可以是：{choices}", "改为：{nearest}", "从上面选一个"),
    en=("{field} cannot be “{found}”; it may be: {choices}", "use: {nearest}", "choose one of these"),
)
FIELD_NOT_GROUP: Final = Code(
    "field-not-group",
    "error",
    zh=("{field} 下面应是一行一个 “字段: 内容”，这里是：{found}", "在下一行缩进两个空格，写成：{line}"),
    en=(
        "{field} takes fields below it, as “field: value” lines, not: {found}",
        "on the next line, two spaces in, write: {line}",
    ),
)
FIELD_NOT_GROUPS: Final = Code(
    "field-not-groups",
    "error",
    zh=("{field} 应为列表，每项是一组字段，这里是：{found}", "在下一行写成：- {line}"),
    en=("{field} takes a list of groups of fields, not: {found}", "on the next line write: - {line}"),
)
FIELD_NOT_WORDS: Final = Code(
    "field-not-words",
    "error",
    zh=("{field} 下面应是一行一个 “词: 内容”，这里是：{found}", "在下一行缩进两个空格，写成 词: 内容"),
    en=(
        "{field} takes “word: text” lines below it, not: {found}",
        "on the next line, two spaces in, write word: text",
    ),
)
FIELD_NOT_PERIOD: Final = Code(
    "field-not-period",
    "error",
    zh=("{field} 应为起止时间，这里是：{found}", "写成 起/止，例如：2021/2024 或 2021-05/2024-08"),
    en=("{field} takes a period, not: {found}", "write START/END, such as 2021/2024 or 2021-05/2024-08"),
)
FIELD_PERIOD_ORDER: Final = Code(
    "field-period-order",
    "error",
    zh=("{field} 的结束早于开始：{found}", "把起止两个时间对调"),
    en=("{field} ends before it begins: {found}", "exchange the two"),
)
FIELD_NOT_URL: Final = Code(
    "field-not-url",
    "error",
    zh=(
        "{field} 应为完整网址，这里是：{found}",
        "以 https:// 或 http:// 开头，例如：https://example.org/cases",
    ),
    en=(
        "{field} takes a full web address, not: {found}",
        "begin with https:// or http://, as in https://example.org/cases",
    ),
)
FIELD_NOT_LINK: Final = Code(
    "field-not-link",
    "error",
    zh=(
        "{field} 应为站内地址或网址，这里是：{found}",
        "写站内地址，例如 about.html；或以 https:// 开头的网址",
    ),
    en=(
        "{field} takes an address of this site or a web address, not: {found}",
        "write an address such as about.html, or one that begins with https://",
    ),
)
FIELD_NOT_MAIL: Final = Code(
    "field-not-mail",
    "error",
    zh=("{field} 应为邮箱地址，这里是：{found}", "写成 名字@域名，例如：cases@example.org"),
    en=("{field} takes a mail address, not: {found}", "write name@domain, such as cases@example.org"),
)
FIELD_NOT_COLOUR: Final = Code(
    "field-not-colour",
    "error",
    zh=("{field} 应为颜色，这里是：{found}", '写成 # 加六位十六进制数并加引号，例如："#9a2b1f"'),
    en=(
        "{field} takes a colour, not: {found}",
        'write # and six hexadecimal digits in quotes, such as "#9a2b1f"',
    ),
)
FIELD_NOT_TIMEZONE: Final = Code(
    "field-not-timezone",
    "error",
    zh=("{field} 应为与世界时的差，这里是：{found}", "北京时间写成 +08:00"),
    en=("{field} takes an offset from universal time, not: {found}", "write +08:00 for China"),
)
FIELD_NOT_LANGUAGE: Final = Code(
    "field-not-language",
    "error",
    zh=("{field} 应为语言代码，这里是：{found}", "简体中文写 zh-Hans，英文写 en"),
    en=(
        "{field} takes a language code, not: {found}",
        "write zh-Hans for simplified Chinese, en for English",
    ),
)
FIELD_NOT_ADDRESS: Final = Code(
    "field-not-address",
    "error",
    zh=("{field} 应为站内的旧地址，这里是：{found}", "写成相对地址，例如：old/address.html"),
    en=(
        "{field} takes a former address of this site, not: {found}",
        "write a relative address such as old/address.html",
    ),
)
FIELD_LIST_IN_TEXT: Final = Code(
    "field-list-in-text",
    "hint",
    zh=("{field} 的 “{found}” 读作一项", "如果是几项，写成列表：{fixed}"),
    en=("{field} reads “{found}” as one entry", "if these are several, write a list: {fixed}"),
)
PATH_OUTSIDE: Final = Code(
    "path-outside",
    "error",
    zh=("{field} 的 “{found}” 指到项目以外", "把文件放到这个案例的文件夹里，只写文件名"),
    en=(
        "{field}: “{found}” leads outside the project",
        "put the file into this case’s folder and write its name only",
    ),
)
PATH_NOT_FILE: Final = Code(
    "path-not-file",
    "error",
    zh=("{field} 的 “{found}” 不是文件名", "把文件放到同一个文件夹里，只写文件名，例如：photo.jpg"),
    en=(
        "{field}: “{found}” is not a file name",
        "put the file into the same folder and write its name only, such as photo.jpg",
    ),
)
READING_SYLLABLES: Final = Code(
    "reading-syllables",
    "error",
    zh=(
        "“{word}” 有 {han} 个汉字，读音 “{reading}” 有 {count} 个音节",
        "每个汉字写一个音节，用空格隔开，例如：单县: shàn xiàn",
    ),
    en=(
        "“{word}” has {han} Han characters, its reading “{reading}” {count} syllables",
        "write one syllable for each, parted by spaces, such as 单县: shàn xiàn",
    ),
)
READING_NOT_HAN: Final = Code(
    "reading-not-han",
    "error",
    zh=("“{word}” 不全是汉字，不能给它读音", "只写汉字的词，例如：单县: shàn xiàn"),
    en=(
        "“{word}” is not all Han characters, so it can have no reading",
        "give readings to Han words only, such as 单县: shàn xiàn",
    ),
)
