"""Problems of YAML itself, in front matter and data files."""

from typing import Final

from casesite.messages.code import Code

YAML_DUPLICATE_KEY: Final = Code(
    "yaml-duplicate-key",
    "error",
    zh=("“{key}” 写了两次，第一次在第 {first} 行", "只留一处"),
    en=("“{key}” is given twice, first on line {first}", "keep one of them"),
)
