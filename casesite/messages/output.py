"""Problems of the output folder, addresses and publishing."""

from typing import Final

from casesite.messages.code import Code

OUTPUT_PLACE: Final = Code(
    "output-place",
    "error",
    zh=(
        "输出文件夹 {folder} 不能放在这里：它会覆盖项目自己的文件",
        "在 content/site.yaml 里把 output: 改为项目内的另一个文件夹，例如 output: public；写了 --out 的，换一个文件夹",
    ),
    en=(
        "the output folder {folder} cannot be here: it would overwrite the project's own files",
        "in content/site.yaml set output: to another folder of the project, such as output: public; or give --out another folder",
    ),
)
OUTPUT_NOT_OURS: Final = Code(
    "output-not-ours",
    "error",
    zh=(
        "输出文件夹 {folder} 里已有别的文件，而且不是由本程序为这个网站生成的",
        "换一个空文件夹；确认可以在其中生成网站，就加上 --adopt 再运行一次（不会删除已有的其他文件）",
    ),
    en=(
        "the output folder {folder} already holds files that this program did not make for this site",
        "choose an empty folder; or, if the site may be made there, run again with --adopt (other files stay)",
    ),
)
OUTPUT_IN_THE_WAY: Final = Code(
    "output-in-the-way",
    "error",
    zh=(
        "输出文件夹里的 {file} 不是由本程序生成的，却占着网站要用的位置",
        "先把 {file} 移到别处或改名，再重新生成",
    ),
    en=(
        "{file} in the output folder was not made by this program but stands where the site needs a file",
        "move or rename {file}, then build again",
    ),
)
OUTPUT_NAME: Final = Code(
    "output-name",
    "error",
    zh=("不能生成名为 “{file}” 的文件", "把它改名，只用字母、数字、汉字、- 和 _"),
    en=(
        "a file named “{file}” cannot be made",
        "rename it with letters, digits, Han characters, - and _ only",
    ),
)
OUTPUT_DISK_FULL: Final = Code(
    "output-disk-full",
    "error",
    zh=("磁盘空间不足，网站保持原样（写到 {file} 时）", "清理磁盘后重新生成"),
    en=(
        "the disk is full, the site is left as it was (while writing {file})",
        "free some space and build again",
    ),
)
OUTPUT_READ_ONLY: Final = Code(
    "output-read-only",
    "error",
    zh=("没有权限写入 {file}，网站保持原样", "关闭正在使用该文件夹的程序，检查文件夹是否为只读，再重新生成"),
    en=(
        "{file} may not be written, the site is left as it was",
        "close the programs that use the folder, see that it is not read-only, and build again",
    ),
)
OUTPUT_FAILED: Final = Code(
    "output-failed",
    "error",
    zh=("写入 {file} 时出错：{reason}", "检查磁盘和文件夹是否正常，再重新生成"),
    en=("writing {file} failed: {reason}", "check that disk and folder are in order, and build again"),
)
OUTPUT_UNFINISHED: Final = Code(
    "output-unfinished",
    "error",
    zh=("网站没有全部换好（停在 {file}：{reason}）", "关闭正在使用输出文件夹的程序，再生成一次，会接着完成"),
    en=(
        "the site was not wholly replaced (stopped at {file}: {reason})",
        "close the programs that use the output folder and build again: the rest will be done",
    ),
)
BUILD_LOCKED: Final = Code(
    "build-locked",
    "error",
    zh=("另一个程序正在生成这个网站（{holder}）", "等它结束后再试；如果它已无响应，就在任务管理器里结束它"),
    en=(
        "another program is building this site ({holder})",
        "wait until it is done; if it no longer answers, end it in the task manager",
    ),
)
WORKERS_DIED: Final = Code(
    "workers-died",
    "error",
    zh=(
        "帮忙生成网站的进程一再意外结束，网站保持原样",
        "多半是内存不够：关掉别的程序再试；还不行，就加上 --jobs 1 再运行一次",
    ),
    en=(
        "the processes that help to build the site ended unexpectedly again and again; the site stays as it was",
        "memory is probably short: close other programs and try again; or run it with --jobs 1",
    ),
)
ADDRESS_RESERVED: Final = Code(
    "address-reserved",
    "error",
    zh=(
        "网站里的 {address} 不能用：网站自己要生成 {other}",
        "把这个文件改名，或移到另一个文件夹（大小写不同也算同名）",
    ),
    en=(
        "{address} cannot be used: the site itself makes {other}",
        "rename the file or move it to another folder (upper and lower case count as the same)",
    ),
)
ADDRESS_CLASH: Final = Code(
    "address-clash",
    "error",
    zh=(
        "网站里的 {address} 有两个来源，另一个是 {other}",
        "改其中一个的编号、文件名或位置，使两者不再占用同一个地址（大小写不同也算相同）",
    ),
    en=(
        "{address} of the site has two sources, the other is {other}",
        "change the id, name or place of one of them, so that they no longer share an address (upper and lower case count as the same)",
    ),
)
