"""Problems of YAML itself, in front matter and data files."""

from typing import Final

from casesite.messages.code import Code

YAML_DUPLICATE_KEY: Final = Code(
    "yaml-duplicate-key",
    "error",
    zh=("“{key}” 写了两次，第一次在第 {first} 行", "只留一处"),
    en=("“{key}” is given twice, first on line {first}", "keep one of them"),
)
YAML_TAB: Final = Code(
    "yaml-tab",
    "error",
    zh=("这一行用制表符（Tab）缩进，YAML 只认空格", "把行首的 Tab 换成空格：{fixed}"),
    en=("the line is indented with a tab; YAML takes spaces only", "replace the tab by spaces: {fixed}"),
)
YAML_COLON_SPACE: Final = Code(
    "yaml-colon-space",
    "error",
    zh=("“{key}” 的冒号后面缺一个空格", "冒号后加一个空格：{fixed}"),
    en=("a space is missing after the colon of “{key}”", "add a space after the colon: {fixed}"),
)
YAML_COLON_FULLWIDTH: Final = Code(
    "yaml-colon-fullwidth",
    "error",
    zh=("“{key}” 后面用了全角冒号 “：”", "改用半角冒号加一个空格：{fixed}"),
    en=("the colon after “{key}” is full-width “：”", "use a half-width colon and a space: {fixed}"),
)
YAML_COLON_IN_VALUE: Final = Code(
    "yaml-colon-in-value",
    "error",
    zh=("“{key}” 的内容里还有一个 “: ”（冒号加空格）", "给内容加上引号：{fixed}"),
    en=("the value of “{key}” holds another “: ” (colon and space)", "put the value in quotes: {fixed}"),
)
YAML_SPECIAL_START: Final = Code(
    "yaml-special-start",
    "error",
    zh=(
        "内容以 “{char}” 开头，它在 YAML 里有特殊含义",
        "给内容加上引号：{fixed}",
        "换一种写法，或给内容加上引号",
    ),
    en=(
        "the value starts with “{char}”, which has a meaning of its own in YAML",
        "put the value in quotes: {fixed}",
        "write it differently, or put the value in quotes",
    ),
)
YAML_TEXT_AFTER_QUOTE: Final = Code(
    "yaml-text-after-quote",
    "error",
    zh=("引号结束后还有文字", "给整段内容加引号：{fixed}", "让引号包住整段内容"),
    en=(
        "there is text after the closing quote",
        "put the whole value in quotes: {fixed}",
        "let the quotes hold the whole value",
    ),
)
YAML_QUOTE_UNCLOSED: Final = Code(
    "yaml-quote-unclosed",
    "error",
    zh=(
        "这里的引号 {char} 没有配对的另一半",
        "在这段内容的末尾加上 {char}：{fixed}",
        "在这段内容的末尾加上 {char}",
    ),
    en=(
        "the quote {char} opened here is never closed",
        "add {char} at the end of the value: {fixed}",
        "add {char} at the end of the value",
    ),
)
YAML_BRACKET_UNCLOSED: Final = Code(
    "yaml-bracket-unclosed",
    "error",
    zh=(
        "这里的括号 {char} 没有配对的 {closing}",
        "在这一项的末尾加上 {closing}：{fixed}",
        "在这一项的末尾加上 {closing}",
    ),
    en=(
        "the bracket {char} opened here has no {closing}",
        "add {closing} at the end of this entry: {fixed}",
        "add {closing} at the end of this entry",
    ),
)
YAML_BRACKET_CONTENT: Final = Code(
    "yaml-bracket-content",
    "error",
    zh=(
        "括号 {char} 里面的写法不对",
        "各项之间用半角逗号加空格隔开，冒号后留空格；含有 : , [ ] 等符号的内容加引号",
    ),
    en=(
        "what stands inside the bracket {char} cannot be read",
        "part the entries by a comma and a space, leave a space after each colon, and quote values that hold : , [ ]",
    ),
)
YAML_DASH_SPACE: Final = Code(
    "yaml-dash-space",
    "error",
    zh=("“-” 后面缺一个空格", "改为：{fixed}"),
    en=("a space is missing after “-”", "write: {fixed}"),
)
YAML_INDENT: Final = Code(
    "yaml-indent",
    "error",
    zh=(
        "这一行的缩进与上面的行不一致",
        "让同一级的各行左端对齐：顶格的字段前面不留空格，下一级多缩进两个空格",
    ),
    en=(
        "the indentation of this line does not fit the lines above",
        "let lines of one level start at the same column: none before a field at the top, two more spaces for each level",
    ),
)
YAML_NO_COLON: Final = Code(
    "yaml-no-colon",
    "error",
    zh=("这一行没有 “字段: 内容” 的冒号", "写成 字段: 内容；如果它是上一行的延续，在行首加两个空格"),
    en=(
        "this line has no colon, as in “field: value”",
        "write it as field: value; if it continues the line above, put two spaces before it",
    ),
)
YAML_ESCAPE: Final = Code(
    "yaml-escape",
    "error",
    zh=(
        "双引号里的反斜杠 “{escape}” 不能识别",
        "把外层的双引号换成单引号：{fixed}",
        "把外层的双引号换成单引号",
    ),
    en=(
        "the backslash “{escape}” inside double quotes cannot be read",
        "use single quotes around the value: {fixed}",
        "use single quotes around the value",
    ),
)
YAML_CONTROL: Final = Code(
    "yaml-control",
    "error",
    zh=("这里有一个看不见的控制字符 {char}", "删去它；通常是从其他软件粘贴时带来的，重新打一遍这几个字即可"),
    en=(
        "there is an invisible control character {char} here",
        "delete it; it usually comes with pasted text, so type these words anew",
    ),
)
YAML_ANCHOR: Final = Code(
    "yaml-anchor",
    "error",
    zh=(
        "这里用了 YAML 的锚点 “&{name}”，不支持",
        "如果 & 是内容的一部分，给内容加引号：{fixed}",
        "把重复的内容直接写出来，删去 &{name}",
    ),
    en=(
        "the YAML anchor “&{name}” is not supported",
        "if & belongs to the value, put it in quotes: {fixed}",
        "write the repeated content out and delete &{name}",
    ),
)
YAML_ALIAS: Final = Code(
    "yaml-alias",
    "error",
    zh=(
        "这里用了 YAML 的引用 “*{name}”，不支持",
        "如果 * 是内容的一部分，给内容加引号：{fixed}",
        "把内容直接写出来，代替 *{name}",
    ),
    en=(
        "the YAML alias “*{name}” is not supported",
        "if * belongs to the value, put it in quotes: {fixed}",
        "write the content out in place of *{name}",
    ),
)
YAML_TAG: Final = Code(
    "yaml-tag",
    "error",
    zh=(
        "这里用了 YAML 的标签 “{name}”，不支持",
        "如果 ! 是内容的一部分，给内容加引号：{fixed}",
        "删去 {name}",
    ),
    en=(
        "the YAML tag “{name}” is not supported",
        "if ! belongs to the value, put it in quotes: {fixed}",
        "delete {name}",
    ),
)
YAML_MERGE: Final = Code(
    "yaml-merge",
    "error",
    zh=("不支持合并键 “<<”", "把要合并的内容直接写出来"),
    en=("the merge key “<<” is not supported", "write the content out"),
)
YAML_KEY: Final = Code(
    "yaml-key",
    "error",
    zh=("冒号左边的字段名必须是文字，这里是列表或分组", "冒号左边只写字段名；内容以 [ 或 {{ 开头时加引号"),
    en=(
        "a field’s name must be text, not a list or a group",
        "write only a name before the colon; quote a text that starts with [ or {{",
    ),
)
YAML_DEPTH: Final = Code(
    "yaml-depth",
    "error",
    zh=("层次太深，超过 {limit} 层", "减少一层套一层的列表和分组"),
    en=("nested deeper than {limit} levels", "nest lists and groups less deeply"),
)
YAML_SIZE: Final = Code(
    "yaml-size",
    "error",
    zh=("这部分有 {size} 字节，超过上限 {limit} 字节", "把长文字移到正文里，或拆成几个文件"),
    en=(
        "this part has {size} bytes, more than the {limit} allowed",
        "move long text to the body, or split it into several files",
    ),
)
YAML_DOCUMENTS: Final = Code(
    "yaml-documents",
    "error",
    zh=("文件中间又有一行 “---”，后面的内容不会被读取", "删去这一行 ---"),
    en=(
        "there is another “---” line in the middle; what follows it would not be read",
        "delete this --- line",
    ),
)
YAML_NOT_MAPPING: Final = Code(
    "yaml-not-mapping",
    "error",
    zh=("这里应为一行一个 “字段: 内容”", "每行写成 字段: 内容，例如：title: 断桥重连"),
    en=(
        "lines of the form “field: value” are expected here",
        "write each line as field: value, for example title: A bridge rebuilt",
    ),
)
YAML_UNCLEAR: Final = Code(
    "yaml-unclear",
    "error",
    zh=(
        "这里不合 YAML 的写法，从这一行起读不下去",
        "检查这一行和上一行：冒号后留空格、缩进对齐、引号和括号成对；拿不准时给内容加上引号",
    ),
    en=(
        "this is not valid YAML; it cannot be read from here on",
        "check this line and the one above: a space after the colon, indentation, quotes and brackets in pairs; when in doubt, quote the value",
    ),
)
YAML_COMMENT: Final = Code(
    "yaml-comment",
    "hint",
    zh=(
        "“{text}” 前面有空格加 #，被当作注释，没有读入",
        "如果它是内容的一部分，给内容加引号：{fixed}",
        "如果它是内容的一部分，给内容加引号；如果是注释，在 # 后加一个空格",
    ),
    en=(
        "“{text}” follows a space and #, so it was taken for a comment and not read",
        "if it belongs to the value, put it in quotes: {fixed}",
        "if it belongs to the value, put it in quotes; if it is a comment, add a space after #",
    ),
)
