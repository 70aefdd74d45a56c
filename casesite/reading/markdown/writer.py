"""One pass over the tokens of a body: XML, plain text by block, headings, anchors, links, problems."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final, cast

from markdown_it.token import Token

from casesite.chinese.ruby import escape
from casesite.chinese.slug import slug
from casesite.messages import markdown as codes
from casesite.messages.pinyin import PINYIN_RANGE
from casesite.model.case import Heading
from casesite.model.fields import PINYIN
from casesite.model.nearest import nearest
from casesite.reading.markdown.containers import KINDS
from casesite.reading.markdown.draft import Draft, Ruby, quote
from casesite.reading.markdown.figures import figures, pictures_alone
from casesite.reading.markdown.footnotes import Notes
from casesite.reading.markdown.lean import TOO_DEEP
from casesite.reading.markdown.phrases import phrase
from casesite.reading.markdown.sections import Plan, plan
from casesite.reading.markdown.tables import table

if TYPE_CHECKING:
    from casesite.model.settings import PinyinLevel

_LANGUAGE: Final = re.compile(r"[A-Za-z0-9_+#.-]{1,30}")
_TASK: Final = re.compile(r"\[([ xX])\][ \t]+")
_ROLES: Final = {"note": ("note", "按"), "lesson": ("group", "经验"), "data": ("group", "数据")}
_NOTE_ID: Final = re.compile(r"fn(?:ref)?-[0-9]")


class Writer:
    """Writes a body's tokens into a draft; each rule takes an index and returns the next one."""

    def __init__(self, draft: Draft, tokens: list[Token]) -> None:
        self.draft, self.tokens = draft, tokens
        self.plan: Plan = plan(tokens)
        self.notes = Notes(draft, tokens)
        self.outer: list[Ruby] = []

    def write(self) -> None:
        """Write all tokens, then the footnotes."""
        self._run(0, len(self.tokens))
        self.notes.write(self._run)

    def _run(self, index: int, end: int) -> None:
        """Write the tokens from `index` to before `end`."""
        tokens, rules = self.tokens, self._RULES
        while index < end:
            index = rules.get(tokens[index].type, Writer._tag)(self, index)

    def _tag(self, index: int) -> int:
        """Write a tag that needs nothing else: lists, quotes, definitions."""
        token = self.tokens[index]
        if token.nesting < 0:
            self.draft.out.append(f"</{token.tag}>\n")
        else:
            start = f' start="{token.attrs["start"]}"' if "start" in token.attrs else ""
            self.draft.out.append(f"<{token.tag}{start}{self.draft.attributes(token)}>")
        return index + 1

    def _paragraph(self, index: int) -> int:
        draft, opening, inline = self.draft, self.tokens[index], self.tokens[index + 1]
        if found := pictures_alone(inline):
            draft.out.append(figures(draft, inline, found, draft.attributes(opening)))
            return index + 3
        slogan = self.plan.slogans.get(index)
        if slogan is None:
            self._text(index, opening, inline)
            return index + 3
        attributes = draft.attributes(opening)
        if slogan.level:
            title = slogan.text.rstrip("。！")
            if ' id="' in attributes:
                anchor = str(opening.attrs["id"])
            else:
                anchor = self._section_id(title)
                attributes = f' id="{anchor}"{attributes}'
            draft.section = anchor
            draft.headings.append(Heading(slogan.level, anchor, title, slogan.text))
        xml, plain = phrase(draft, inline, lead=True)
        draft.block("lead", slogan.text)
        draft.block("text", plain.removeprefix(slogan.text))
        draft.out.append(f"<p{attributes}>{xml}</p>\n")
        return index + 3

    def _text(self, index: int, opening: Token, inline: Token) -> None:
        """Write a paragraph, a list item's text, or a labelled box with its text."""
        draft = self.draft
        before = self.tokens[index - 1].type if index else ""
        task = _TASK.match(inline.content) if before == "list_item_open" else None
        xml, plain = phrase(draft, inline, skip=task.end() if task else 0)
        draft.block("text", plain)
        if task:
            checked = ' checked="checked"' if task[1] != " " else ""
            xml = f'<label><input type="checkbox" disabled="disabled"{checked}/> {xml}</label>'
        if opening.hidden:
            following = self.tokens[index + 3].type
            draft.out.append(xml if following.endswith("_close") else xml + "\n")
        else:
            draft.out.append(f"<p{draft.attributes(opening)}>{xml}</p>\n")

    def _heading(self, index: int) -> int:
        draft, opening, inline = self.draft, self.tokens[index], self.tokens[index + 1]
        level = self.plan.levels[index]
        xml, plain = phrase(draft, inline)
        if not plain or not level:
            draft.report(draft.place(inline), codes.HEADING_EMPTY)
            return index + 3
        attributes = draft.attributes(opening)
        if opening.attrs.get("id"):
            anchor = next(reversed(draft.anchors))
        else:
            anchor = self._section_id(plain)
            attributes = f' id="{anchor}"{attributes}'
        draft.section = anchor
        draft.headings.append(Heading(level, anchor, plain, self.plan.leads.get(index, "")))
        draft.block("heading", plain)
        draft.out.append(f"<h{level}{attributes}>{xml}</h{level}>\n")
        return index + 3

    def _section_id(self, title: str) -> str:
        name = slug(title)
        return self.draft.anchor(f"s-{name}" if _NOTE_ID.match(name) else name)

    def _term(self, index: int) -> int:
        xml, plain = phrase(self.draft, self.tokens[index + 1])
        self.draft.block("text", plain)
        self.draft.out.append(f"<dt{self.draft.attributes(self.tokens[index])}>{xml}</dt>\n")
        return index + 3

    def _item(self, index: int) -> int:
        inline = self.tokens[index + 2] if index + 2 < len(self.tokens) else None
        task = inline is not None and inline.type == "inline" and _TASK.match(inline.content)
        self.draft.out.append(
            '<li class="task">' if task else f"<li{self.draft.attributes(self.tokens[index])}>"
        )
        return index + 1

    def _code(self, index: int) -> int:
        token = self.tokens[index]
        name = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
        language = f' class="language-{name}"' if _LANGUAGE.fullmatch(name) else ""
        self.draft.block("code", token.content)
        attributes = self.draft.attributes(token)
        self.draft.out.append(
            f'<pre tabindex="0"{attributes}><code{language}>{escape(token.content)}</code></pre>\n'
        )
        return index + 1

    def _rule(self, index: int) -> int:
        self.draft.out.append(f"<hr{self.draft.attributes(self.tokens[index])}/>\n")
        return index + 1

    def _table(self, index: int) -> int:
        return table(self.draft, self.tokens, index)

    def _open_box(self, index: int) -> int:
        draft, token = self.draft, self.tokens[index]
        place = draft.at_line(token.map[0] if token.map else 0)
        kind, name, title = token.meta["kind"], token.meta["name"], token.meta["title"]
        if not kind:
            near = nearest(name, KINDS)
            draft.report(place, codes.CONTAINER_UNKNOWN, name=name, nearest=near)
        if token.info:
            draft.report(place, token.info, name=name)
        role, label = _ROLES.get(kind, ("group", ""))
        named = f' class="box {kind}" role="{role}" aria-label="{label}"' if kind else ""
        draft.out.append(f"<div{named}{draft.attributes(token, keep=('id', 'lang'))}>\n")
        draft.boxes += 1
        if title:
            draft.block("text", title)
            draft.out.append(f'<p class="box-title">{escape(title)}</p>\n')
        return index + 1

    def _close_box(self, index: int) -> int:
        self.draft.boxes -= 1
        return self._tag(index)

    def _open_pinyin(self, index: int) -> int:
        draft, token = self.draft, self.tokens[index]
        place = draft.at_line(token.map[0] if token.map else 0)
        if token.info:
            draft.report(place, token.info, name=token.meta["name"])
        draft.attributes(token, keep=())
        self.outer.append(draft.ruby)
        found = token.meta["title"]
        level = next((choice.value for choice in PINYIN if found in (choice.value, choice.label)), "")
        if level:
            draft.ruby = draft.ruby.at(cast("PinyinLevel", level))
        else:
            names = [name for choice in PINYIN for name in (choice.value, choice.label)]
            near = nearest(found, names) if found else ""
            draft.report(place, PINYIN_RANGE, found=found, nearest=near, choices="、".join(names))
        return index + 1

    def _close_pinyin(self, index: int) -> int:
        self.draft.ruby = self.outer.pop()
        return index + 1

    def _stray_box(self, index: int) -> int:
        token = self.tokens[index]
        self.draft.report(self.draft.at_line(token.map[0] if token.map else 0), codes.CONTAINER_STRAY)
        return index + 1

    def _chart(self, index: int) -> int:
        draft, token = self.draft, self.tokens[index]
        if name := token.meta["id"]:
            attributes = draft.attributes(token, keep=("id", "lang"))
            draft.out.append(f'<figure class="chart" data-chart="{quote(name)}"{attributes}></figure>\n')
        else:
            draft.report(draft.at_line(token.map[0] if token.map else 0), codes.CHART_ID)
        return index + 1

    def _too_deep(self, index: int) -> int:
        token = self.tokens[index]
        self.draft.too_deep(self.draft.at_line(token.map[0] if token.map else 0))
        return index + 1

    def _skip_note(self, index: int) -> int:
        return self.notes.skip(index)

    _RULES: ClassVar[dict[str, Callable[["Writer", int], int]]] = {
        "paragraph_open": _paragraph,
        "heading_open": _heading,
        "dt_open": _term,
        "list_item_open": _item,
        "fence": _code,
        "code_block": _code,
        "hr": _rule,
        "table_open": _table,
        "container_open": _open_box,
        "container_close": _close_box,
        "container_stray": _stray_box,
        "pinyin_open": _open_pinyin,
        "pinyin_close": _close_pinyin,
        "chart": _chart,
        "footnote_reference_open": _skip_note,
        TOO_DEEP: _too_deep,
    }
