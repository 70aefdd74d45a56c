"""Findings of the import of submissions, and the words of its report."""

from typing import Final

from casesite.messages.code import Code, Language

IMPORT_KIND: Final = Code(
    "import-kind",
    "error",
    zh=(
        "{file} 不是纯文本（.txt），没有导入",
        "在 Word、WPS 或浏览器里把内容全选复制，粘贴到记事本，存为 .txt 再导入",
    ),
    en=(
        "{file} is not plain text (.txt) and was not imported",
        "copy its whole text into a plain text editor, save it as .txt, and import that",
    ),
)
IMPORT_MISSING: Final = Code(
    "import-missing",
    "error",
    zh=(
        "找不到这个文件：{file}",
        "看看文件名和扩展名是否写对，文件是否在这个文件夹里；名字里有空格的要加引号",
    ),
    en=(
        "there is no such file: {file}",
        "see that its name and extension are right and that it lies in this folder; quote a name with spaces",
    ),
)
NOTHING_LEFT: Final = Code(
    "import-nothing-left",
    "error",
    zh=("{file} 里没有找到文章的正文，没有导入", "打开文件，确认正文已粘贴进去，存盘后再导入"),
    en=(
        "no text of an article was found in {file}; it was not imported",
        "open the file, make sure that the article is in it, save it, and import it again",
    ),
)
NOT_WRITTEN: Final = Code(
    "import-not-written",
    "error",
    zh=("草稿没有写成：{path}（{reason}）", "检查磁盘空间和这个文件夹的权限，再导入一次"),
    en=(
        "the draft could not be written: {path} ({reason})",
        "check the free space and the folder’s permissions, and import it again",
    ),
)
TITLE_UNKNOWN: Final = Code(
    "import-title-unknown",
    "warning",
    zh=("没有认出标题", "在草稿开头的 title: 后面写上标题"),
    en=("no headline was recognised", "write the title behind title: at the draft’s beginning"),
)
READING_UNALIGNED: Final = Code(
    "import-reading-unaligned",
    "warning",
    zh=(
        "括号里的 “{found}” 像是拼音，但和前面的字对不上，已原样保留",
        "对照原文，不需要就在草稿里删去这个括号",
    ),
    en=(
        "“{found}” looks like pinyin but does not read the characters before it; it was kept",
        "compare it with the original, and delete the bracket in the draft if it is not wanted",
    ),
)

RULES: Final[dict[str, tuple[str, str]]] = {
    "reading": ("删去括号里的拼音", "readings in brackets removed"),
    "punctuation": ("半角标点改为全角", "half-width punctuation made full width"),
    "full-stop": ("英文句点改为句号", "full stops made Chinese ones"),
    "quotes": ("英文引号改为中文引号", "straight quotes made Chinese ones"),
    "headline": ("标题移到 title", "headline moved to title"),
    "headline-again": ("删去重复的标题", "repeated headline removed"),
    "shell": ("删去网页的残留", "remains of the page removed"),
    "imprint": ("来源、作者等移到开头的资料", "source and authors moved to the fields"),
    "note": ("按语单独成块", "note set apart"),
    "slogan": ("段首的领句加粗", "slogan made a bold lead"),
    "heading": ("认作小标题", "taken for a heading"),
    "escape": ("会被当作记号的字符前加反斜线", "backslash before what would be read as a mark"),
    "invisible": ("删去看不见的字符", "invisible characters removed"),
    "unwrap": ("接上被硬换行断开的段落", "broken lines of a paragraph joined"),
}
"""What each rule of the import did, as counted."""

KINDS: Final[dict[str, tuple[str, str]]] = {
    "figure": ("数字", "figure"),
    "region": ("地区", "region"),
    "org": ("单位", "organisation"),
    "place": ("词表以外的地名", "place in no vocabulary"),
    "unit": ("词表以外的单位", "organisation in no vocabulary"),
    "reading": ("读音", "reading"),
    "slogan": ("领句", "lead"),
}
"""What a proposal is."""

WORDS: Final[dict[str, tuple[str, str]]] = {
    "report": ("导入报告", "Import report"),
    "summary": ("共改动 {count} 处，原件未动。", "{count} changes; the original is untouched."),
    "original": ("原件", "original"),
    "draft": ("草稿", "draft"),
    "counts": ("各类改动", "Changes by rule"),
    "problems": ("请留意", "Please look at"),
    "note": ("按语", "Note"),
    "note-about": (
        "下面的按语放在草稿正文最前面的 ::: 按 块里。它若是写给整期的，请移到这一期的文件里。",
        "The note stands in a ::: 按 box at the head of the draft. If it is about the whole issue, move it to the issue’s file.",
    ),
    "readings": ("读音", "Readings"),
    "readings-about": (
        "来稿括号里的读音与程序的不同，已写进草稿的 readings，请核对。",
        "The submission reads these words otherwise than the program does; they stand in the draft’s readings. Please check them.",
    ),
    "proposals": ("可以采用", "Proposals"),
    "proposals-about": (
        "下面这些没有写进草稿，由您决定。数字可抄进 figures，补上 label。",
        "None of these was put into the draft: that is for you to decide. A figure can go into figures, with a label.",
    ),
    "changes": ("每一处改动", "Every change"),
    "kind": ("类别", "kind"),
    "found": ("内容", "found"),
    "sentence": ("出处", "where"),
    "times": ("次数", "times"),
    "paste": ("可以抄写", "to paste"),
    "rule": ("做法", "rule"),
    "line": ("行", "line"),
    "before": ("原来", "before"),
    "after": ("改为", "after"),
    "nothing": ("（删去）", "(removed)"),
}
"""The words of the report."""


def rule(name: str, language: Language) -> str:
    """Return what a rule did."""
    return RULES[name][0 if language == "zh" else 1]


def kind(name: str, language: Language) -> str:
    """Return what a proposal is."""
    return KINDS[name][0 if language == "zh" else 1]


def word(name: str, language: Language, **values: str | int) -> str:
    """Return a word or sentence of the report."""
    return WORDS[name][0 if language == "zh" else 1].format_map(values)
