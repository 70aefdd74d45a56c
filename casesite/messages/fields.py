"""Problems of fields: names, types, values, terms of a vocabulary."""

from typing import Final

from casesite.messages.code import Code

FIELD_UNKNOWN: Final = Code(
    "field-unknown",
    "error",
    zh=(
        "未知字段 “{field}”",
        "可改为：{nearest}（{label}）",
        "删去这一行；主题需要的自有内容请写在 extra: 之下，自有字段请在 site.yaml 的 fields: 里声明",
    ),
    en=(
        "unknown field “{field}”",
        "use: {nearest} ({label})",
        "delete the line; put what a theme needs under extra:, and declare fields of your own in site.yaml under fields:",
    ),
)
FIELD_MISSING: Final = Code(
    "field-missing",
    "error",
    zh=("缺少必填字段 {field}", "在文件开头的两行 --- 之间加一行：{line}"),
    en=("required field {field} is missing", "add this line between the two --- lines: {line}"),
)
