"""Problems of a theme: missing files, template errors, outside resources."""

from typing import Final

from casesite.messages.code import Code

THEME_MISSING: Final = Code(
    "theme-missing",
    "error",
    zh=(
        "找不到主题 “{theme}”",
        "检查 content/site.yaml 的 theme:，并确认有文件夹 themes/{theme}；不写 theme: 就用自带主题",
    ),
    en=(
        "there is no theme “{theme}”",
        "check theme: in content/site.yaml and that the folder themes/{theme} exists; leave theme: out for the built-in one",
    ),
)
THEME_LOOP: Final = Code(
    "theme-loop",
    "error",
    zh=(
        "主题互相沿用，绕成了圈：{themes}",
        "改正其中一个 theme.yaml 的 extends: 一行，例如 extends: default",
    ),
    en=(
        "themes extend one another in a circle: {themes}",
        "mend the line extends: in one theme.yaml, for example extends: default",
    ),
)
TEMPLATE_SYNTAX: Final = Code(
    "template-syntax",
    "error",
    zh=(
        "模板写法有误：{detail}",
        "检查这一行的花括号、引号和 {{% … %}} 是否成对；不确定时，删去这个文件就改用自带模板",
    ),
    en=(
        "the template cannot be understood: {detail}",
        "see that braces, quotes and {{% … %}} on this line come in pairs; without this file the built-in template is used",
    ),
)
TEMPLATE_UNDEFINED: Final = Code(
    "template-undefined",
    "error",
    zh=(
        "模板用了没有的名字 “{name}”（生成 {page} 时）",
        "对照自带模板改正名字；文字写在主题的 strings/ 里，并以 t.名字 引用",
    ),
    en=(
        "the template uses the name “{name}”, which is not there (while making {page})",
        "compare it with the built-in template; words belong in the theme's strings/ and are used as t.NAME",
    ),
)
TEMPLATE_MISSING: Final = Code(
    "template-missing",
    "error",
    zh=(
        "找不到模板 “{template}”（生成 {page} 时）",
        "检查文件名是否写对，并确认主题的 templates/ 里有 {template}",
    ),
    en=(
        "there is no template “{template}” (while making {page})",
        "check its name and that the theme's templates/ holds {template}",
    ),
)
TEMPLATE_FAILED: Final = Code(
    "template-failed",
    "error",
    zh=("模板在这一行出错：{detail}（生成 {page} 时）", "改正这一行；不确定时，删去这个文件就改用自带模板"),
    en=(
        "the template fails on this line: {detail} (while making {page})",
        "mend the line; without this file the built-in template is used",
    ),
)
OUTSIDE_RESOURCE: Final = Code(
    "outside-resource",
    "error",
    zh=(
        "主题引用了站外文件 {address}，离线打开时会缺失",
        "把该文件下载到主题的 static/ 文件夹，改用它在那里的名字",
    ),
    en=(
        "the theme uses a file from outside, {address}, which is missing when read offline",
        "put the file into the theme's static/ folder and name it there",
    ),
)
