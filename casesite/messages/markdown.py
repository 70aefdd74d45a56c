"""Problems inside a Markdown body."""

from typing import Final

from casesite.messages.code import Code

CONTROL_CHARACTER: Final = Code(
    "control-character",
    "warning",
    zh=("这里有看不见的控制字符（{character}），已略去", "在编辑器里删去它，或重新输入这一行"),
    en=(
        "an invisible control character ({character}) stands here; it was left out",
        "delete it, or type the line again",
    ),
)
LINE_LONG: Final = Code(
    "line-long",
    "error",
    zh=("这一行有 {length} 个字符，超过上限 {limit}", "在句子之间空一行，把它分成几段"),
    en=(
        "this line has {length} characters, more than the limit of {limit}",
        "break it into paragraphs with empty lines between",
    ),
)
BODY_LONG: Final = Code(
    "body-long",
    "error",
    zh=("正文有 {lines} 行，超过上限 {limit} 行，从这里起没有读取", "把它分成几个文件"),
    en=(
        "the text has {lines} lines, more than the limit of {limit}; it was not read from here on",
        "split it into several files",
    ),
)
BODY_LARGE: Final = Code(
    "body-large",
    "error",
    zh=("正文有 {characters} 个字符，超过上限 {limit} 个，从这里起没有读取", "把它分成几个文件"),
    en=(
        "the text has {characters} characters, more than the limit of {limit}; it was not read from here on",
        "split it into several files",
    ),
)
NESTING_DEEP: Final = Code(
    "nesting-deep",
    "error",
    zh=(
        "列表、引用或括号一层套一层，超过了 {limit} 层，里面的内容没有读取",
        "减少这里的层数，或删去多余的 > - [ 符号",
    ),
    en=(
        "lists, quotes or brackets stand more than {limit} deep in each other; what is inside was not read",
        "use fewer levels here, or delete surplus > - [ signs",
    ),
)
TABLE_LONG: Final = Code(
    "table-long",
    "error",
    zh=("这张表有 {rows} 行，超过上限 {limit} 行", "把表分成几张，或作为附件（xlsx、csv）发布"),
    en=(
        "this table has {rows} rows, more than the limit of {limit}",
        "split it, or publish it as an attachment (xlsx, csv)",
    ),
)
TABLE_CELLS: Final = Code(
    "table-cells",
    "warning",
    zh=(
        "这一行有 {cells} 格，表头只有 {columns} 格，多出的没有显示",
        "删去多余的 |，或在表头补上列；格内的竖线写成 \\|",
    ),
    en=(
        "this row has {cells} cells, the table's head only {columns}; the rest is not shown",
        "delete the surplus |, or add columns to the head; write a bar inside a cell as \\|",
    ),
)
RAW_HTML: Final = Code(
    "raw-html",
    "hint",
    zh=(
        "HTML 代码 {tag} 不起作用，按文字原样显示",
        "改用 Markdown 写法（如 **加粗**、空一行分段），或删去它",
    ),
    en=(
        "the HTML code {tag} has no effect and is shown as text",
        "use Markdown instead (**bold**, an empty line between paragraphs), or delete it",
    ),
)
LINK_SCHEME: Final = Code(
    "link-scheme",
    "error",
    zh=(
        "链接地址不能以 “{scheme}” 开头，这里只显示文字",
        "只用 http、https、mailto 开头的地址，或本项目里的文件名、case:编号",
    ),
    en=(
        "a link may not begin with “{scheme}”; only its text is shown",
        "use an address that begins with http, https or mailto, a file of this project, or case:ID",
    ),
)
LINK_OUTSIDE: Final = Code(
    "link-outside",
    "error",
    zh=("“{path}” 指向项目文件夹之外", "把文件放进本项目，再写它的相对路径（../ 不要太多）"),
    en=(
        "“{path}” leads outside the project's folder",
        "put the file into the project and write its relative path (with fewer ../)",
    ),
)
LINK_EMPTY: Final = Code(
    "link-empty",
    "warning",
    zh=("这个链接没有地址", "在括号里写上地址，或只保留文字"),
    en=("this link has no address", "write one in the brackets, or keep the text only"),
)
LINK_LOCAL: Final = Code(
    "link-local",
    "error",
    zh=(
        "这是您电脑里的位置，读者打不开：{path}",
        "把文件放进案例文件夹，只写文件名：{name}",
        "把文件放进案例文件夹，只写文件名",
    ),
    en=(
        "this is a place on your own computer that no reader can open: {path}",
        "put the file into the case's folder and write its name alone: {name}",
        "put the file into the case's folder and write its name alone",
    ),
)
LINK_UNREAD: Final = Code(
    "link-unread",
    "warning",
    zh=("“{text}” 看上去是链接或图片，但没有被识别，读者会看到这些符号", "改为：{fixed}"),
    en=(
        "“{text}” looks like a link or a picture but was not read as one; readers see the signs",
        "write: {fixed}",
    ),
)
TITLE_QUOTES: Final = Code(
    "title-quotes",
    "warning",
    zh=("图下说明要用英文引号，这样写读者会看到代码：{text}", "改为：{fixed}"),
    en=(
        "a caption stands in straight quotes; written so, readers see the code: {text}",
        "write: {fixed}",
    ),
)
MARKUP_SLIP: Final = Code(
    "markup-slip",
    "warning",
    zh=("“{found}” 里的符号没有起作用，读者会看到这些符号", "改为：{fixed}"),
    en=("the signs in “{found}” have no effect; readers see them as they stand", "write: {fixed}"),
)
TABLE_UNRULED: Final = Code(
    "table-unruled",
    "warning",
    zh=("这几行看上去是表格，但表头下面不是分隔行，读者会看到竖线", "表头这一行下面紧接着写：{fixed}"),
    en=(
        "these lines look like a table, but no line of dashes follows its head; readers see the bars",
        "right below the head write: {fixed}",
    ),
)
PICTURE_OUTSIDE: Final = Code(
    "picture-outside",
    "error",
    zh=("图片来自外部网站：{address}", "下载图片，放进本文件所在的文件夹，再写它的文件名"),
    en=(
        "the picture comes from another site: {address}",
        "download it into the folder of this file and write its name",
    ),
)
ALT_MISSING: Final = Code(
    "alt-missing",
    "warning",
    zh=(
        "图片 “{file}” 没有说明文字，读屏软件的用户不知道它是什么",
        "在方括号里写一句：![图上是什么]({file})",
    ),
    en=(
        "the picture “{file}” has no text that stands for it",
        "write what it shows between the brackets: ![what it shows]({file})",
    ),
)
CONTAINER_UNKNOWN: Final = Code(
    "container-unknown",
    "error",
    zh=(
        "没有名为 “{name}” 的方框",
        "可改为：::: {nearest}",
        "只用 ::: 按、::: 经验、::: 数据、::: 注音 范围、::: 图表 编号",
    ),
    en=(
        "there is no box named “{name}”",
        "use: ::: {nearest}",
        "use ::: 按 (note), ::: 经验 (lesson), ::: 数据 (data), ::: 注音 (pinyin) LEVEL or ::: 图表 (chart) ID",
    ),
)
CONTAINER_OPEN: Final = Code(
    "container-open",
    "error",
    zh=("方框 “{name}” 没有结束", "在它最后一段之后加一行 :::"),
    en=("the box “{name}” is not closed", "add a line ::: after its last paragraph"),
)
CONTAINER_STRAY: Final = Code(
    "container-stray",
    "warning",
    zh=("这里的 ::: 没有对应的开头", "删去这一行，或在方框开头写上名称，如 ::: 经验"),
    en=("this ::: closes nothing", "delete the line, or name the box where it begins, such as ::: 经验"),
)
CHART_ID: Final = Code(
    "chart-id",
    "error",
    zh=("图表没有写指标编号", "写成 ::: 图表 编号，编号就是 成效（figures）里的 id"),
    en=("the chart names no indicator", "write ::: 图表 ID, where ID is an id of the figures"),
)
FOOTNOTE_UNDEFINED: Final = Code(
    "footnote-undefined",
    "error",
    zh=("脚注 “[^{label}]” 没有内容", "在文末另起一行写 [^{label}]: 脚注内容"),
    en=("the footnote “[^{label}]” has no text", "write it on a line of its own: [^{label}]: the text"),
)
FOOTNOTE_UNUSED: Final = Code(
    "footnote-unused",
    "warning",
    zh=("脚注 “{label}” 没有被正文引用，不会显示", "在正文相应处加上 [^{label}]，或删去这条脚注"),
    en=(
        "nothing refers to the footnote “{label}”, so it is not shown",
        "write [^{label}] where it belongs, or delete it",
    ),
)
FOOTNOTE_TWICE: Final = Code(
    "footnote-twice",
    "error",
    zh=("脚注 “{label}” 写了两次", "给其中一条换个名称，正文里的引用也一起改"),
    en=("the footnote “{label}” is given twice", "rename one of them, together with its reference"),
)
HEADING_EMPTY: Final = Code(
    "heading-empty",
    "warning",
    zh=("标题没有文字，已略去", "在 # 后面写上标题，或删去这一行"),
    en=("the heading has no text and was left out", "write it after the #, or delete the line"),
)
ID_TWICE: Final = Code(
    "id-twice",
    "warning",
    zh=("位置名 “{id}” 已经用过，这里改成了 “{instead}”", "换一个没有用过的名称：{{#…}}"),
    en=("the id “{id}” is already taken; it became “{instead}” here", "choose another: {{#…}}"),
)
ATTRIBUTE_UNKNOWN: Final = Code(
    "attribute-unknown",
    "warning",
    zh=("属性 “{attribute}” 不能用，已略去", "只用 #位置名、.类名、lang、width、height（宽高只写数字）"),
    en=(
        "the attribute “{attribute}” cannot be used and was left out",
        "use #id, .class, lang, width and height (digits only) alone",
    ),
)
