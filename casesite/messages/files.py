"""Problems of files as such: encoding, size, kind, place."""

from typing import Final

from casesite.messages.code import Code

FILE_NOT_REGULAR: Final = Code(
    "file-not-regular",
    "error",
    zh=(
        "这不是项目里的普通文件（可能是指向项目以外的链接），没有读取",
        "把文件本身复制到这个位置，代替链接；不需要就删除它",
    ),
    en=(
        "this is not a regular file of the project (perhaps a link that leads outside); it was not read",
        "put a copy of the file itself in its place, or delete it",
    ),
)
FILE_TOO_LARGE: Final = Code(
    "file-too-large",
    "error",
    zh=("这个文件有 {size} 字节，超过上限 {limit} 字节", "把它拆成几个文件，或删去不需要的内容"),
    en=(
        "the file has {size} bytes, more than the {limit} allowed",
        "split it into several files, or remove what is not needed",
    ),
)
FILE_VANISHED: Final = Code(
    "file-vanished",
    "error",
    zh=("这个文件在生成过程中消失了", "确认没有其他程序在移动或删除它，再重新生成"),
    en=(
        "the file vanished during the build",
        "see that no other program moves or deletes it, and build again",
    ),
)
FILE_UNREADABLE: Final = Code(
    "file-unreadable",
    "error",
    zh=("无法读取这个文件", "关闭正在使用它的程序，检查它的权限，再重新生成"),
    en=("the file cannot be read", "close the programs that use it, check its permissions, and build again"),
)
FILE_NAME_BROKEN: Final = Code(
    "file-name-broken",
    "error",
    zh=("文件名 {file} 含有无法识别的字符", "把文件改名，只用字母、数字、汉字、- 和 _"),
    en=(
        "the file name {file} holds characters that cannot be read",
        "rename the file with letters, digits, Han characters, - and _ only",
    ),
)
FILE_NAME_TWICE: Final = Code(
    "file-name-twice",
    "error",
    zh=("有两个文件看起来同名：{file}", "删除或改名其中一个"),
    en=("two files look alike by name: {file}", "delete or rename one of them"),
)
PICTURE_DAMAGED: Final = Code(
    "picture-damaged",
    "error",
    zh=("这张图片已损坏或不完整", "用看图软件打开它，另存为 JPG 或 PNG，再替换原文件"),
    en=(
        "the picture is damaged or incomplete",
        "open it in a picture viewer, save it anew as JPG or PNG, and replace the file",
    ),
)
FILE_EMPTY: Final = Code(
    "file-empty",
    "error",
    zh=("这是空文件", "写入内容，或删除它"),
    en=("the file is empty", "write something into it, or delete it"),
)
FILE_NOT_UTF8: Final = Code(
    "file-not-utf8",
    "hint",
    zh=("这个文件的编码是 {encoding}，已按它读取", "用编辑器另存为 UTF-8，以免别处打开时出现乱码"),
    en=(
        "the file is encoded as {encoding} and was read as such",
        "save it as UTF-8 in your editor, so that it opens well everywhere",
    ),
)
CHARACTERS_PASTED: Final = Code(
    "characters-pasted",
    "warning",
    zh=(
        "文件里有 {count} 个看不见或显示不出的字符（{names}），第一个在这里；看不见的已略去",
        "多半是从 Word 或网页粘贴带来的：删去这里，重新输入前后几个字",
    ),
    en=(
        "{count} characters here and below cannot be seen or shown ({names}); the unseen were left out",
        "they were probably pasted from Word or a web page: delete this place and type it again",
    ),
)
FILE_NUL: Final = Code(
    "file-nul",
    "error",
    zh=(
        "第 {offset} 字节处是空字符（NUL），这个文件不像是文本",
        "Word、WPS 的文件：打开它，全选、复制，粘贴到记事本，存为 .txt，再用 casesite import 导入",
    ),
    en=(
        "byte {offset} is NUL; this does not look like a text file",
        "for a file of Word or WPS: open it, copy all of it into Notepad, save that as .txt and bring it in with casesite import",
    ),
)
FILE_UNDECODABLE: Final = Code(
    "file-undecodable",
    "error",
    zh=(
        "第 {offset} 字节（{bytes}）无法识别，既不是 UTF-8 也不是 GB18030",
        "用编辑器打开，改正这里的乱码，另存为 UTF-8",
    ),
    en=(
        "byte {offset} ({bytes}) is neither UTF-8 nor GB18030",
        "open it in an editor, mend the broken characters here, and save it as UTF-8",
    ),
)
FRONT_MATTER_MISSING: Final = Code(
    "front-matter-missing",
    "error",
    zh=(
        "文件开头没有用两行 --- 围起来的字段",
        "在文件最前面加上三行：---、title: 标题、---，标题下面再写日期等字段",
    ),
    en=(
        "the file does not begin with fields between two --- lines",
        "begin the file with three lines: ---, title: …, ---; other fields such as the date follow the title",
    ),
)
FRONT_MATTER_UNCLOSED: Final = Code(
    "front-matter-unclosed",
    "error",
    zh=("第 {first} 行的 --- 之后找不到结束的 ---", "在最后一个字段的下面加一行 ---"),
    en=("no closing --- follows the one on line {first}", "add a --- line below the last field"),
)
FRONT_MATTER_DASHES: Final = Code(
    "front-matter-dashes",
    "error",
    zh=("“{text}” 不是三个半角减号", "改为 ---（输入法切到英文，连按三次减号键）"),
    en=("“{text}” is not three plain hyphens", "write --- with three plain hyphens"),
)
