"""Problems between documents: ids, issues, related cases, letters."""

from typing import Final

from casesite.messages.code import Code

ID_DUPLICATE: Final = Code(
    "id-duplicate",
    "error",
    zh=(
        "编号 “{id}” 重复：{other} 的编号是 “{first}”（大小写不同也算相同）",
        "给两个案例中的一个换编号（id:），没有用过的就行",
    ),
    en=(
        "the id “{id}” is given twice: {other} has “{first}” (upper and lower case count as the same)",
        "give one of the two cases another id, one that is not in use",
    ),
)
ID_COPIED: Final = Code(
    "id-copied",
    "error",
    zh=(
        "编号 “{id}” 与 {other} 的 “{first}” 相同，这个文件像是一个副本",
        "若是多余的副本，删去它；否则给它换一个没有用过的 id:",
    ),
    en=(
        "the id “{id}” is that of {other} (“{first}”); this file looks like a copy",
        "if it is a copy that nobody needs, delete it; otherwise give it another id",
    ),
)
ISSUE_DUPLICATE: Final = Code(
    "issue-duplicate",
    "error",
    zh=("期 “{id}” 已由 {other} 定义（“{first}”）", "一期只留一个文件，或改这个文件的编号、期号"),
    en=(
        "the issue “{id}” is defined by {other} already (“{first}”)",
        "keep one file an issue, or change the id or number in this one",
    ),
)
PAGE_DUPLICATE: Final = Code(
    "page-duplicate",
    "error",
    zh=("页面 “{id}” 已由 {other} 定义（“{first}”）", "改这个文件的文件名"),
    en=("the page “{id}” is defined by {other} already (“{first}”)", "rename this file"),
)
ISSUE_LISTS_UNKNOWN: Final = Code(
    "issue-lists-unknown",
    "warning",
    zh=("这一期列出的案例 “{id}” 不存在", "改成存在的编号，或删去这一行"),
    en=(
        "the case “{id}” that this issue lists does not exist",
        "write an id that exists, or delete the line",
    ),
)
ISSUE_LISTS_FOREIGN: Final = Code(
    "issue-lists-foreign",
    "warning",
    zh=(
        "案例 “{id}” 不属于这一期：它写的是 issue: {issue}",
        "删去这一行；要把它移到这一期，就改 {path} 里的 issue: {issue}",
        "删去这一行；要把它放进这一期，就在 {path} 里写上 issue:",
    ),
    en=(
        "the case “{id}” does not belong to this issue: it says issue: {issue}",
        "delete the line; to move the case here, change issue: {issue} in {path}",
        "delete the line; to put the case here, write issue: in {path}",
    ),
)
ISSUE_LISTS_UNPUBLISHED: Final = Code(
    "issue-lists-unpublished",
    "warning",
    zh=(
        "这一期列出的案例 “{id}” 尚未发布（{status}），先不列出",
        "发布 {path} 后它会自动出现；不发布就删去这一行",
    ),
    en=(
        "the case “{id}” that this issue lists is not published ({status}) and is left out",
        "it appears once {path} is published; if it will not be, delete the line",
    ),
)
ISSUE_EMPTY: Final = Code(
    "issue-empty",
    "hint",
    zh=("期 “{issue}” 还没有已发布的案例，暂不生成它的页面", "在属于它的案例里写 issue: {issue} 并发布"),
    en=(
        "the issue {issue} has no published case yet, so it has no page",
        "write issue: {issue} in its cases and publish them",
    ),
)
ISSUE_UNKNOWN: Final = Code(
    "issue-unknown",
    "warning",
    zh=(
        "没有 “{issue}” 这一期，会另外生成一个只有案例目录的期页面",
        "可改为：issue: {nearest}（期号 {number}）；确是新的一期，就用 casesite new issue 建它的文件",
        "确是新的一期，就用 casesite new issue 建它的文件；否则改成已有的期号",
    ),
    en=(
        "there is no issue “{issue}”; a page that only lists its cases is made for it",
        "use: issue: {nearest} (number {number}); if it is a new issue, make its file with casesite new issue",
        "if it is a new issue, make its file with casesite new issue; otherwise write one that exists",
    ),
)
LETTER_CASE_UNKNOWN: Final = Code(
    "letter-case-unknown",
    "warning",
    zh=(
        "来信所说的案例 “{id}” 不存在，这封信不会显示",
        "可改为：case: {nearest}",
        "把 case: 改成存在的编号",
    ),
    en=(
        "the letter is about a case “{id}” that does not exist, so it is not shown",
        "use: case: {nearest}",
        "write an id that exists after case:",
    ),
)
ALIAS_CLASH: Final = Code(
    "alias-clash",
    "error",
    zh=("旧地址 “{address}” 已被 {other} 占用", "从 aliases: 中删去它"),
    en=("the old address “{address}” is taken by {other}", "delete it from aliases:"),
)
ALIAS_WRONG: Final = Code(
    "alias-wrong",
    "error",
    zh=(
        "旧地址 “{address}” 不能用",
        "写成网站内的路径，如 old/page.html：不带网址、空格、?、#、%、& 或 ..",
    ),
    en=(
        "the old address “{address}” cannot be used",
        "write a path inside the site such as old/page.html: no host, space, ?, #, %, & or ..",
    ),
)
FIGURE_UNIT: Final = Code(
    "figure-unit",
    "warning",
    zh=(
        "“{label}” 的单位 “{unit}” 不能换算成 “{wanted}”，这个数没有计入合计",
        "把单位改成能换算的，如 {wanted}",
    ),
    en=(
        "the unit “{unit}” of “{label}” does not convert to “{wanted}”, so the figure is not in the total",
        "use a unit that converts, such as {wanted}",
    ),
)
URL_MISSING: Final = Code(
    "url-missing",
    "hint",
    zh=(
        "没有写网站地址（url），因此没有订阅源和站点地图",
        "网站上线后，在 site.yaml 里加一行 url: https://您的网址",
    ),
    en=(
        "the site has no url, so there are no feeds and no sitemap",
        "once the site is online, add a line url: https://your-address to site.yaml",
    ),
)
ID_INVALID: Final = Code(
    "id-invalid",
    "error",
    zh=("编号 “{found}” 不能用作地址", "改为：{line}"),
    en=("the id “{found}” cannot be an address", "use: {line}"),
)
ID_NOT_FIXED: Final = Code(
    "id-not-fixed",
    "hint",
    zh=(
        "没有写编号，地址 {id} 取自文件名 “{name}”，文件改名地址就会变",
        "在第 {first} 行 --- 的下面加一行：{line}",
    ),
    en=(
        "there is no id; the address {id} comes from the file name “{name}” and moves when the file is renamed",
        "below the --- on line {first}, add the line: {line}",
    ),
)
NAME_NOT_PLAIN: Final = Code(
    "name-not-plain",
    "hint",
    zh=("文件名 “{name}” 不能直接用作地址，地址用 {id}", "把文件改名为 {id}，以后地址就不会变"),
    en=(
        "the file name “{name}” cannot be an address; {id} is used",
        "rename it to {id}, so that its address is stable",
    ),
)
INBOX_STATUS: Final = Code(
    "inbox-status",
    "warning",
    zh=("收件箱里的稿件不会发布，状态 {found} 不起作用", "要发布时，把文件移到 content/cases"),
    en=(
        "nothing in the inbox is published; status {found} has no effect there",
        "move the file to content/cases to publish it",
    ),
)
STATUS_INBOX: Final = Code(
    "status-inbox",
    "hint",
    zh=("状态是 {found}（收件），不会发布", "要发布就改为 status: published；还没整理好就移到 content/inbox"),
    en=(
        "its status is {found} (a submission), so it is not published",
        "write status: published to publish it; move it to content/inbox if it is still to be edited",
    ),
)
PLACEHOLDER_LEFT: Final = Code(
    "placeholder-left",
    "warning",
    zh=("这里还是新建时的提示文字 “{found}”，会原样发布", "换成正文，或删去这一行"),
    en=(
        "this is still the line “{found}” of a new file; it will be published as it is",
        "write the text in its place, or delete the line",
    ),
)
SETTINGS_MISSING: Final = Code(
    "settings-missing",
    "error",
    zh=("没有 content/site.yaml", "新建这个文件，写一行：title: 网站名称"),
    en=("there is no content/site.yaml", "make that file with one line: title: the site’s name"),
)
FORMAT_UNKNOWN: Final = Code(
    "format-unknown",
    "error",
    zh=("这个项目的布局版本是 {found}，本程序只认到 {known}", "升级 casesite，或改为：format: {known}"),
    en=(
        "this project’s layout has version {found}; this program knows up to {known}",
        "upgrade casesite, or write format: {known}",
    ),
)
SITE_FIELD_TAKEN: Final = Code(
    "site-field-taken",
    "error",
    zh=("案例已经有名为 “{field}” 的字段", "换一个字段名"),
    en=("“{field}” is a field that cases have already", "choose another name"),
)
SITE_FIELD_KEY: Final = Code(
    "site-field-key",
    "error",
    zh=("“{field}” 不能用作字段名", "只用字母、数字、汉字、_ 和 -，最多 40 个字"),
    en=(
        "“{field}” cannot be a field’s name",
        "use letters, digits, Han characters, _ and - only, at most 40",
    ),
)
SITE_FIELD_CHOICES: Final = Code(
    "site-field-choices",
    "error",
    zh=("字段 {field} 的类型是选项，却没有写 choices", "加上 choices: [第一项, 第二项]"),
    en=("the field {field} is of type choice, but has no choices", "add choices: [first, second]"),
)
DATA_FILE_UNKNOWN: Final = Code(
    "data-file-unknown",
    "warning",
    zh=("content/data/{name} 没有被读取", "改名为 {nearest}", "可以放的文件是：{choices}"),
    en=("content/data/{name} was not read", "rename it to {nearest}", "files that can be here: {choices}"),
)
