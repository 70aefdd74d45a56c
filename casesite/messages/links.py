"""Problems of links, pictures and attachments."""

from typing import Final

from casesite.messages.code import Code

LINK_BROKEN: Final = Code(
    "link-broken",
    "error",
    zh=(
        "链接指向的 “{target}” 不存在",
        "可改为：{nearest}",
        "改成存在的编号或文件名，或删去这个链接",
    ),
    en=(
        "the link leads to “{target}”, which does not exist",
        "use: {nearest}",
        "write an id or a file name that exists, or remove the link",
    ),
)
ANCHOR_BROKEN: Final = Code(
    "anchor-broken",
    "error",
    zh=(
        "链接指向的位置 “#{anchor}” 在 {path} 中不存在",
        "可改为：#{nearest}",
        "删去 # 及其后的文字，链接就指向整页",
    ),
    en=(
        "the link leads to “#{anchor}”, which {path} does not have",
        "use: #{nearest}",
        "remove the # and what follows, so that the link leads to the whole page",
    ),
)
LINK_WITHDRAWN: Final = Code(
    "link-withdrawn",
    "warning",
    zh=("链接指向的案例 “{target}” 已撤回", "删去这个链接，或改为别的案例；否则读者只会看到撤回说明"),
    en=(
        "the link leads to the case “{target}”, which is withdrawn",
        "remove the link or choose another case; readers would only find the note of its withdrawal",
    ),
)
LINK_UNPUBLISHED: Final = Code(
    "link-unpublished",
    "error",
    zh=("链接指向的 “{target}” 尚未发布（{status}）", "先发布 {path}，或删去这个链接"),
    en=(
        "the link leads to “{target}”, which is not published ({status})",
        "publish {path} first, or remove the link",
    ),
)
PICTURE_MISSING: Final = Code(
    "picture-missing",
    "error",
    zh=(
        "找不到图片 “{file}”",
        "可改为：{nearest}（文件名的大小写也要一致）",
        "把图片放进这个文件所在的文件夹，或删去这一处",
    ),
    en=(
        "there is no picture “{file}”",
        "use: {nearest} (upper and lower case matter)",
        "put the picture into the folder of this file, or remove it here",
    ),
)
PICTURE_TYPE: Final = Code(
    "picture-type",
    "error",
    zh=("“{file}” 不是网页能显示的图片", "用画图软件另存为 JPG、PNG、GIF 或 WebP，再换掉它"),
    en=("“{file}” is not a picture that pages can show", "save it as JPG, PNG, GIF or WebP and replace it"),
)
ATTACHMENT_MISSING: Final = Code(
    "attachment-missing",
    "error",
    zh=(
        "找不到附件 “{file}”",
        "可改为：{nearest}（文件名的大小写也要一致）",
        "把附件放进这个文件所在的文件夹，或删去这一处",
    ),
    en=(
        "there is no attachment “{file}”",
        "use: {nearest} (upper and lower case matter)",
        "put the attachment into the folder of this file, or remove it here",
    ),
)
ATTACHMENT_TYPE: Final = Code(
    "attachment-type",
    "error",
    zh=(
        "附件 “{file}” 的类型不能发布",
        "请换成这些类型之一：{allowed}",
        "文件内容与扩展名不符（或文件是空的）；请用原来的软件打开，另存后换掉它",
    ),
    en=(
        "the attachment “{file}” is of a kind that is not published",
        "use one of these kinds: {allowed}",
        "its content is not what its extension says (or it is empty); open it in its own program, save it again and replace it",
    ),
)
NOT_PUBLISHED: Final = Code(
    "not-published",
    "warning",
    zh=(
        "这个文件没有被任何稿件用到，不会发布",
        "需要发布就在 {path} 里写明它（正文中插图，或写进 attachments:），不需要就删掉它",
        "需要发布就在相应的稿件里写明它（正文中插图，或写进 attachments:），不需要就删掉它",
    ),
    en=(
        "no document names this file, so it is not published",
        "to publish it, name it in {path} (as a picture in the text, or under attachments:); otherwise delete it",
        "to publish it, name it in its document (as a picture in the text, or under attachments:); otherwise delete it",
    ),
)
