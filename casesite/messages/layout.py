"""Problems of where things lie: folders and files that are not where content is read from."""

from typing import Final

from casesite.messages.code import Code

FOLDER_UNKNOWN: Final = Code(
    "folder-unknown",
    "error",
    zh=(
        "content/{folder} 不是存放内容的文件夹，其中 {count} 个文件都没有读取",
        "把它改名为 content/{nearest}（已有这个文件夹，就把其中的文件移过去）",
        "案例放进 content/cases，期放进 content/issues，页面放进 content/pages，原样发布的文件放进 content/static；与网站无关的移到 content 以外",
    ),
    en=(
        "content/{folder} is no folder for content; its files ({count}) were not read",
        "rename it to content/{nearest} (if that folder exists, move the files there)",
        "cases belong into content/cases, issues into content/issues, pages into content/pages, files published as they are into content/static; move what is no part of the site out of content",
    ),
)
SETTINGS_NAME: Final = Code(
    "settings-name",
    "error",
    zh=(
        "网站设置的文件名应是 site.yaml，这里是 {name}，没有读取",
        "改名为 site.yaml（资源管理器里看不到扩展名时，先在 “查看” 中勾选 “文件扩展名”）",
    ),
    en=(
        "the settings must be called site.yaml; {name} was not read",
        "rename it to site.yaml (if the file manager hides extensions, let it show them first)",
    ),
)
MANUSCRIPT_PLACE: Final = Code(
    "manuscript-place",
    "error",
    zh=(
        "稿件 {name} 直接放在 content 下，没有读取",
        "移到 content/cases（案例）、content/issues（期）或 content/pages（页面）；说明之类的文件移到 content 以外",
    ),
    en=(
        "{name} lies directly in content and was not read",
        "move it to content/cases (a case), content/issues (an issue) or content/pages (a page); move notes of your own out of content",
    ),
)
FILE_LOOSE: Final = Code(
    "file-loose",
    "warning",
    zh=(
        "{name} 直接放在 content 下，没有读取",
        "要原样发布就移到 content/static；是词表就移到 content/data；不需要就移到 content 以外",
    ),
    en=(
        "{name} lies directly in content and was not read",
        "move it to content/static to publish it as it is, or to content/data if it is a vocabulary; otherwise move it out of content",
    ),
)
CASES_VANISHED: Final = Code(
    "cases-vanished",
    "error",
    zh=(
        "上次生成时有 {count} 个案例，这次一个也没有找到",
        "把案例放回 content/cases；确实要清空网站，就删除 .casesite 文件夹后再生成",
    ),
    en=(
        "the last build had {count} cases, and now there are none",
        "put the cases back into content/cases; to empty the site on purpose, delete the folder .casesite and build again",
    ),
)
MANUSCRIPT_NAME: Final = Code(
    "manuscript-name",
    "warning",
    zh=(
        "这像是一篇稿件，但扩展名不是 .md，没有发布",
        "改名为 {name}（资源管理器里看不到扩展名时，先在 “查看” 中勾选 “文件扩展名”）",
    ),
    en=(
        "this looks like a manuscript, but its extension is not .md; it was not published",
        "rename it to {name} (if the file manager hides extensions, let it show them first)",
    ),
)
SUBMISSION_UNUSED: Final = Code(
    "submission-unused",
    "warning",
    zh=(
        "{file} 像是一份来稿，没有发布",
        "要用它，先用 casesite import 导入（Word、WPS：全选复制到记事本，存为 .txt）；是附件就在案例的 attachments: 里写上",
    ),
    en=(
        "{file} looks like a submission; it was not published",
        "bring it in with casesite import (from Word or WPS: copy all of it into Notepad and save that as .txt); if it is an attachment, name it under attachments: in its case",
    ),
)
