"""The sentences of the command line itself, in both languages."""

from typing import Final

from casesite.messages.code import Language

Words = dict[str, tuple[str, str]]

WORDS: Final[Words] = {
    "about": (
        "把一个文件夹的案例做成可搜索、可打印、可离线阅读的网站",
        "Publish a folder of cases as a site that can be searched, printed and read offline",
    ),
    "commands": ("命令", "commands"),
    "build": ("生成网站", "build the site"),
    "check": ("检查稿件，不写任何文件", "check everything, write nothing"),
    "new": ("新建案例、期或页面", "start a new case, issue or page"),
    "serve": ("在本机预览，保存即刷新", "preview on this machine, reload on saving"),
    "import": ("把来稿导入为草稿", "import submissions as drafts"),
    "pinyin": ("给一段文字注音", "read a text in pinyin"),
    "options": ("选项", "options"),
    "help": ("显示本说明", "show this help"),
    "version": ("显示版本", "show the version"),
    "project": (
        "项目文件夹（其中有 content/）；缺省为当前文件夹或其上级",
        "the project's folder (with content/ in it); default: here or above",
    ),
    "out": (
        "输出文件夹；缺省按 site.yaml 的 output（public）",
        "output folder; default: output in site.yaml (public)",
    ),
    "profile": ("另列各步用了多少时间", "tell where the time went, a stage a line"),
    "lap-wall": ("秒", "seconds"),
    "lap-cpu": ("CPU 秒", "CPU s"),
    "lap-start": ("启动", "start"),
    "lap-look": ("查看文件，取出上次的记录", "look at the files, recall the last build"),
    "lap-read": ("读稿", "read"),
    "lap-gather": ("汇集", "gather"),
    "lap-plan": ("列出要有的文件", "plan the output"),
    "lap-check": ("检查", "check"),
    "lap-compare": ("与已有的文件比较", "compare with what stands"),
    "lap-make": ("生成文件", "make files"),
    "lap-publish": ("放到位", "put in place"),
    "lap-remember": ("记下这一次", "remember"),
    "lap-workers": ("各个进程", "worker processes"),
    "lap-total": ("合计", "in all"),
    "adopt": (
        "允许写入已有其他文件的文件夹（那些文件会保留）",
        "accept an output folder that holds other files (they stay)",
    ),
    "strict": ("有提醒也算不通过", "let warnings fail the build too"),
    "now": (
        "把这一刻当作现在，用于定时发布，如 2024-08-20 或 2024-08-20T09:00+08:00",
        "take this as the present for scheduled cases, e.g. 2024-08-20",
    ),
    "jobs": (
        "同时用几个进程（auto 或数目；1 是不另开进程）；缺省 auto，按处理器数，活少时只用一个",
        "how many processes at once (auto or a number; 1 starts none); default: auto, by processors, one for little work",
    ),
    "lang": ("消息的语言", "language of messages"),
    "format": ("报告的格式", "format of the report"),
    "open": ("完成后在浏览器中打开首页", "open the home page in the browser when done"),
    "no-open": ("不自动打开浏览器", "do not open the browser"),
    "port": ("端口；缺省自动选一个空闲的", "port; default: a free one"),
    "kind": (
        "新建什么（case 案例、issue 期、page 页面；不写是案例），以及它的标题",
        "what to start (case, issue or page; a case when left out), and its title",
    ),
    "files": ("来稿文件（.txt）", "submitted files (.txt)"),
    "into": (
        "放进 content/ 下的哪个文件夹；缺省 inbox",
        "folder below content/ for the drafts; default: inbox",
    ),
    "dry-run": ("只报告会改动什么，不写文件", "only report what would be changed"),
    "usage": ("用法", "usage"),
    "usage-wrong": ("用法有误：{detail}", "wrong usage: {detail}"),
    "argument-unknown": ("没有 {found} 这个选项", "there is no option {found}"),
    "argument-more": (
        "多出来的内容：{found}（带空格的要加引号）",
        "not expected: {found} (put quotes around what has spaces)",
    ),
    "argument-missing": ("缺少 {found}", "{found} is missing"),
    "argument-choice": (
        "{option} 不能是 {found}，可以是：{choices}",
        "{option} cannot be {found}; it may be: {choices}",
    ),
    "argument-value": ("{option} 后面要写一个值", "{option} takes a value"),
    "argument-none": ("{option} 后面不写值：{found}", "{option} takes no value: {found}"),
    "usage-see": ("查看说明：{command} --help", "see: {command} --help"),
    "now-wrong": (
        "--now 应是日期或时间，如 2024-08-20：{value}",
        "--now wants a date or time such as 2024-08-20: {value}",
    ),
    "jobs-wrong": (
        "--jobs 应是 auto 或 1 到 999 的数目：{value}",
        "--jobs wants auto or a number from 1 to 999: {value}",
    ),
    "epoch-wrong": (
        "SOURCE_DATE_EPOCH 应是 1970 年以来的秒数：{value}",
        "SOURCE_DATE_EPOCH wants seconds since 1970: {value}",
    ),
    "no-project": (
        "这里没有找到 content/ 文件夹：{path}。请进入项目文件夹再运行，或写明它的位置",
        "no content/ folder here: {path}. Run this inside the project, or name its folder",
    ),
    "no-content": (
        "{path} 里的 content/ 文件夹中还没有 site.yaml，也没有案例文件夹 cases",
        "the folder content/ in {path} has neither site.yaml nor a folder cases",
    ),
    "start": (
        "要新建案例库，在这里建 content/site.yaml，写一行 title: 名称",
        "to start a new site, make content/site.yaml here with one line, title: its name",
    ),
    "built": (
        "完成：{cases} 个案例，共 {files} 个文件；新写 {written}，未变 {kept}，删除 {removed}",
        "done: {cases} cases, {files} files; {written} written, {kept} unchanged, {removed} removed",
    ),
    "built-at": ("首页：{path}", "home page: {path}"),
    "not-built": ("没有写入任何文件，原来的网站保持不变", "nothing was written; the site stays as it was"),
    "counts": (
        "{errors} 处错误，{warnings} 处提醒，{hints} 条提示",
        "errors: {errors}, warnings: {warnings}, hints: {hints}",
    ),
    "clean": ("没有发现问题", "no problems found"),
    "drafts": (
        "未发布的稿件中另有 {count} 处问题，不影响发布；用 {command} 查看",
        "{count} more in drafts that are not published; see them with {command}",
    ),
    "drafts-only": (
        "标有 “草稿” 的错误不妨碍生成网站",
        "errors marked as draft do not keep the site from being built",
    ),
    "waiting": ("另有 {count} 篇未发布：{parts}", "{count} more not published: {parts}"),
    "waiting-scheduled": ("定时 {count}（最近一篇 {date}）", "scheduled {count} (next on {date})"),
    "error": ("错误", "error"),
    "warning": ("提醒", "warning"),
    "hint": ("提示", "hint"),
    "draft": ("（草稿）", " (draft)"),
    "ledger": (
        "上次的构建记录已损坏，已全部重新生成",
        "what was remembered of the last build was damaged; everything was made again",
    ),
    "package-missing": (
        "缺少软件包 {name}。请在程序的文件夹里运行：{python} -m pip install .",
        "the package {name} is missing; in the program's folder, run: {python} -m pip install .",
    ),
    "bug": (
        "程序出了意外：{error}。您的文件没有改动。详情写在 {path}，请把它发给维护者",
        "an unexpected fault: {error}. Your files are unchanged. Details are in {path}; please send them to the maintainers",
    ),
    "correction": ("更正", "Correction"),
    "stopped": ("已中止，网站保持原样", "stopped; the site stays as it was"),
    "port-wrong": ("--port 应是 0 到 65535 的数：{value}", "--port wants a number from 0 to 65535: {value}"),
    "port-taken": (
        "端口 {value} 已被占用；换一个，或不写 --port",
        "port {value} is taken; choose another one, or leave --port out",
    ),
    "such-as": ("，如 {example}", ", e.g. {example}"),
    "exists": ("已有 {path}，没有改动它", "{path} is there already and was left alone"),
    "no-title": ('请写明标题，例如：casesite new "断桥重连"', 'give a title, e.g. casesite new "A bridge"'),
    "kind-wrong": (
        '没有 “{found}” 这一种，可改为：casesite new {nearest} "{title}"',
        'there is no kind “{found}”; use: casesite new {nearest} "{title}"',
    ),
    "publish-later": ("状态：写好后改为 published", "status: change to published when it is done"),
    "write-here": ("在这里写正文。", "Write the text here."),
    "note-here": ("在这里写本期的编者按。", "Write the editor's note of this issue here."),
    "created": ("已新建：{path}", "created: {path}"),
    "serving": ("预览：{url}（Ctrl+C 结束）", "preview: {url} (Ctrl+C ends it)"),
    "rebuilt": ("已更新：{written} 个文件", "rebuilt: {written} files"),
    "problems-title": (
        "稿件中有问题，改好后本页会自动刷新",
        "Something needs mending; this page reloads when it is done",
    ),
    "report-title": ("检查报告", "Report"),
    "report-at": ("报告：{path}", "report: {path}"),
    "report-unwritten": ("报告没有写成：{path}", "the report could not be written: {path}"),
    "unsure-more": (
        "{path} 另有 {count} 条读音存疑的提示没有列出；全部见 casesite check --format html",
        "{path}: {count} more readings that are not sure; casesite check --format html lists all",
    ),
    "unsure-title": ("读音存疑", "Readings that are not sure"),
    "unsure-how": (
        "这些字有几种读音，程序读了一种，没有把握，最没把握的在前。核对后复制一行，放进这一篇开头的 readings: 下面（前面空两格），或者放进 content/data/readings.yaml，全站都照它读。",
        "Each of these characters has several readings, and the one that was chosen is not sure; the least sure come first. When you have checked one, copy its line to readings: at the head of that text (after two spaces), or to content/data/readings.yaml for the whole site.",
    ),
    "unsure-none": ("没有存疑的读音", "No reading is in doubt"),
    "unsure-item": (
        "读作 {syllable}，也可能是 {other}；第 {line} 行第 {column} 列，本篇 {count} 处",
        "read {syllable}, may be {other}; line {line}, column {column}; {count} in this text",
    ),
    "unsure-keep": ("{syllable} 对", "{syllable} is right"),
    "unsure-change": ("应读 {syllable}", "should be {syllable}"),
    "unsure-alone": ("单独标 {syllable}", "mark {syllable} alone"),
    "unsure-whole": ("这一篇都读得对", "All of this text are right"),
    "unsure-link": ("读音存疑 {count} 处", "readings that are not sure: {count}"),
    "unsure-back": ("检查报告", "Report"),
    "unsure-copy": ("复制", "Copy"),
    "unsure-copied": ("已复制", "Copied"),
    "banner": ("{count} 处问题", "problems: {count}"),
    "doubts": ("也列出没有把握的读音", "list readings that are not sure, too"),
    "text": (
        "要注音的文字；不写时读 --file，再不然读标准输入",
        "the text; without it --file, else standard input",
    ),
    "file": ("读一个文本文件；案例的 .md 只读标题和正文", "read a text file; of a .md, its title and body"),
    "by": (
        "一字一个音节（char），或按词连写（word）",
        "a syllable a character (char), or spelled by words (word)",
    ),
    "tones": (
        "标本调（citation），或口语里的变调（spoken）",
        "tones of the dictionary (citation), or as spoken (spoken)",
    ),
    "doubts-alone": (
        "只列出没有把握的字和别的读法",
        "only list readings that are not sure, and what else they may be",
    ),
    "plain": ("只写拼音，不写原文", "write the pinyin alone"),
    "standard-input": ("标准输入", "standard input"),
    "text-missing": (
        "请写出要注音的文字，例如：casesite pinyin 重庆",
        "give a text, such as: casesite pinyin 重庆",
    ),
    "text-twice": ("文字和 --file 只能写一样", "give either a text or --file"),
    "doubt": (
        "{line}:{column} {character} 在“{word}”里读作 {reading}，也可能是 {other}",
        "{line}:{column} {character} in “{word}” is read {reading}, may be {other}",
    ),
    "doubts-none": ("没有存疑的读音", "no reading is in doubt"),
    "imported": (
        "已导入：{path}，改动 {changes} 处，报告：{report}",
        "imported: {path}, {changes} changes, report: {report}",
    ),
    "import-change": ("第 {line} 行，{rule}：{before} → {after}", "line {line}, {rule}: {before} → {after}"),
    "import-rule": ("{rule} {count} 处", "{rule}: {count}"),
    "into-wrong": (
        "--into 应是 content/ 下的 inbox 或 cases，或它们里面的文件夹，如 cases/2026：{value}",
        "--into wants inbox or cases below content/, or a folder in one of them such as cases/2026: {value}",
    ),
    "would-import": (
        "将导入：{path}，改动 {changes} 处（未写文件）",
        "would import: {path}, {changes} changes (nothing written)",
    ),
}


def say(key: str, language: Language, **values: str | int) -> str:
    """Return the sentence of that key with its values filled in."""
    return WORDS[key][0 if language == "zh" else 1].format_map(values)
