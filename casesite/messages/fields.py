"""Problems of fields: names, types, values, terms of a vocabulary."""

from typing import Final

from casesite.messages.code import Code

FIELD_UNKNOWN: Final = Code(
    "field-unknown",
    "error",
    zh=(
        "未知字段 “{field}”",
        "应是{label}，把这里改为：{line}",
        "删去这一行；主题需要的自有内容请写在 extra: 之下，自有字段请在 site.yaml 的 fields: 里声明",
    ),
    en=(
        "unknown field “{field}”",
        "for {label}, write here: {line}",
        "delete the line; put what a theme needs under extra:, and declare fields of your own in site.yaml under fields:",
    ),
)
FIELD_MISSING: Final = Code(
    "field-missing",
    "error",
    zh=("缺少必填字段 {field}", "在文件开头的两行 --- 之间加一行：{line}"),
    en=("required field {field} is missing", "add this line between the two --- lines: {line}"),
)
FIELD_TWICE: Final = Code(
    "field-twice",
    "error",
    zh=("“{field}” 与第 {first} 行的 “{other}” 是同一个字段", "只留一处"),
    en=("“{field}” and “{other}” on line {first} are the same field", "keep one of them"),
)
FIELD_EMPTY: Final = Code(
    "field-empty",
    "error",
    zh=("必填字段 {field} 没有内容", "在冒号后写上内容，例如：{line}", "在冒号后写上内容"),
    en=(
        "the required field {field} is empty",
        "write its value after the colon, for example: {line}",
        "write its value after the colon",
    ),
)
SETTING_UNKNOWN: Final = Code(
    "setting-unknown",
    "error",
    zh=("未知设置 “{field}”", "应是{label}，把这里改为：{line}", "删去这一行；可用的设置见手册"),
    en=(
        "unknown setting “{field}”",
        "for {label}, write here: {line}",
        "delete the line; the manual lists all settings",
    ),
)
PART_UNKNOWN: Final = Code(
    "part-unknown",
    "error",
    zh=(
        "{owner} 下面没有 “{field}” 这个字段",
        "应是{label}，把这里改为：{line}",
        "删去这一行；{owner} 下面可以写：{choices}",
    ),
    en=(
        "{owner} has no field “{field}”",
        "for {label}, write here: {line}",
        "delete the line; {owner} takes: {choices}",
    ),
)
TERM_UNKNOWN: Final = Code(
    "term-unknown",
    "error",
    zh=(
        "{field} 的 “{found}” 不在 {file} 里",
        "可改为：{nearest}；确是新的，就在 {file} 里加上它",
        "在 {file} 里加上它，或改为其中已有的名称",
    ),
    en=(
        "{field}: “{found}” is not in {file}",
        "use: {nearest}; if it is new, add it to {file}",
        "add it to {file}, or use a name that is there",
    ),
)
TERMS_TOGETHER: Final = Code(
    "terms-together",
    "error",
    zh=("{field} 的 “{found}” 是几个名称写成了一项", "写成：{fixed}（用半角逗号隔开）"),
    en=("{field}: “{found}” is several names in one", "write: {fixed} (with plain commas)"),
)
REGION_AMBIGUOUS: Final = Code(
    "region-ambiguous",
    "error",
    zh=("{field} 的 “{found}” 可以指几个地方：{choices}", "写出上一级，例如：{nearest}"),
    en=("{field}: “{found}” may be any of: {choices}", "name the level above, such as: {nearest}"),
)
TERM_DUPLICATE: Final = Code(
    "term-duplicate",
    "error",
    zh=("“{name}” 在第 {first} 行已经用过", "每个名称和别名只用一次，删去一处"),
    en=("“{name}” is already used on line {first}", "use each name and alias once; delete one of them"),
)
CHECK_UNKNOWN: Final = Code(
    "check-unknown",
    "error",
    zh=("没有名为 “{found}” 的检查", "可改为：{nearest}", "删去这一行；检查的代码写在每条提示里"),
    en=(
        "there is no check named “{found}”",
        "use: {nearest}",
        "delete the line; reports name each check by its code",
    ),
)
PART_MISSING: Final = Code(
    "part-missing",
    "error",
    zh=("{owner} 缺少 {field}", "加上：{line}"),
    en=("{owner} lacks {field}", "add: {line}"),
)
ENTRY_MISSING: Final = Code(
    "entry-missing",
    "error",
    zh=("{file} 里缺少 {field}", "加一行：{line}"),
    en=("{field} is missing in {file}", "add the line: {line}"),
)
FIELD_UNKNOWN_HERE: Final = Code(
    "field-unknown-here",
    "error",
    zh=("未知字段 “{field}”", "应是{label}，把这里改为：{line}", "删去这一行；这里可以写：{choices}"),
    en=(
        "unknown field “{field}”",
        "for {label}, write here: {line}",
        "delete the line; these can stand here: {choices}",
    ),
)
