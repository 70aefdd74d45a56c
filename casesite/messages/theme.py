"""Problems of a theme: missing files, template errors, outside resources."""

from typing import Final

from casesite.messages.code import Code

THEME_MISSING: Final = Code(
    "theme-missing",
    "error",
    zh=("找不到主题 “{theme}”", "检查 content/site.yaml 的 theme:，并确认有文件夹 themes/{theme}；不写 theme: 就用自带主题"),
    en=("there is no theme “{theme}”", "check theme: in content/site.yaml and that the folder themes/{theme} exists; leave theme: out for the built-in one"),
)
THEME_LOOP: Final = Code(
    "theme-loop",
    "error",
    zh=("主题互相沿用，绕成了圈：{themes}", "改正其中一个 theme.yaml 的 extends: 一行，例如 extends: default"),
    en=("themes extend one another in a circle: {themes}", "mend the line extends: in one theme.yaml, for example extends: default"),
)
