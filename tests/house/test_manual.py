"""The manual cannot drift: it names every command, option, field, setting and problem there is."""

import argparse
import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from casesite import messages, outputs
from casesite.commands.parser import COMMANDS, Command, Parser
from casesite.messages.code import Code, Sentence
from casesite.model import fields
from tests.house.sources import REPOSITORY

MANUAL: Final = REPOSITORY / "content/pages/manual"
CODES: Final = MANUAL / "codes.md"
_HEAD: Final = """---
title: 问题代码
summary: 报告里的每一种问题，它的代码、轻重、意思和改法。
order: 40
---

每条报告的末尾都有一个代码，如 `field-unknown`。按代码在这里查它的意思和改法；“…”处是每次不同的内容。
怎样读报告、怎样改变一种问题的轻重，见[看懂报告](problems.md)。
"""
_SUBJECTS: Final = {
    "files": "文件",
    "layout": "文件夹和位置",
    "yaml": "YAML 的写法",
    "fields": "字段和词表",
    "values": "字段的内容",
    "markdown": "正文",
    "pinyin": "注音",
    "ruby": "正文里的注音",
    "links": "链接、图片和附件",
    "site": "案例、期、页面之间",
    "theme": "主题和模板",
    "output": "输出文件夹",
    "intake": "导入",
}
_SEVERITIES: Final = {"error": "错误", "warning": "提醒", "hint": "提示"}
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>{}|#&]")
_VALUE: Final = re.compile(r"\{\w*\}")


def manual() -> str:
    """Return the manual's pages in one text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(MANUAL.glob("*.md")))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained(name: str) -> None:
    command: Command = importlib.import_module(COMMANDS[name])
    parser = Parser(f"casesite {name}", name, "zh")
    command.configure(parser)
    page = (MANUAL / "commands.md").read_text(encoding="utf-8")
    heading = re.search(rf"^## {name}：.*?(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert heading, f"{name} has no chapter"
    chapter = heading[0] + page[: page.index("\n## ")]
    assert f"casesite {name}" in chapter
    options = [flag for action in parser._actions for flag in action.option_strings]
    assert not [flag for flag in options if not re.search(rf"`{flag}\b", chapter)]
    choices = {
        f"{action.option_strings[0]} {choice}"
        for action in parser._actions
        if action.option_strings and isinstance(action.choices, (list, tuple))
        for choice in action.choices
    }
    assert not {choice for choice in choices if f"`{choice}`" not in chapter}
    assert all(action.help and action.help != argparse.SUPPRESS for action in parser._actions)


@pytest.mark.parametrize(
    "name", sorted(name for name, table in vars(fields).items() if isinstance(table, fields.Table))
)
def test_every_field_and_setting_is_explained(name: str) -> None:
    text = manual()
    table: fields.Table = getattr(fields, name)
    assert not [
        field.key for field in table.fields if f"`{field.key}`" not in text or field.label not in text
    ]
    assert not [
        choice.value
        for field in table.fields
        for choice in field.choices
        if choice.value not in text or choice.label not in text
    ]


def test_every_format_of_the_output_is_known_to_the_manual() -> None:
    """A format's name is the first thing that somebody looks up who wants to switch it off or use it."""
    assert [name for name, _ in outputs.FORMATS] == ["html", "search", "feed", "sitemap", "data", "assets"]


def test_every_problem_is_in_the_manual(golden: Callable[[Path, str], None]) -> None:
    golden(CODES, _HEAD + "".join(_chapters()))


def test_every_problem_is_one_of_a_subject() -> None:
    assert {f"casesite.messages.{name}" for name in _SUBJECTS} == {
        module.__name__ for module in messages._MODULES
    }
    assert sorted(messages.CODES) == sorted(
        str(code) for module in messages._MODULES for code in _codes(module)
    )


def _chapters() -> Iterator[str]:
    for name, heading in _SUBJECTS.items():
        codes = _codes(importlib.import_module(f"casesite.messages.{name}"))
        if codes:
            yield f"\n## {heading}\n\n| 代码 | 轻重 | 意思 | 改法 |\n| :-- | :-- | :-- | :-- |\n"
            yield from (f"| {' | '.join(_cells(code))} |\n" for code in codes)


def _codes(module: ModuleType) -> list[Code]:
    return [code for code in vars(module).values() if isinstance(code, Code)]


def _cells(code: Code) -> list[str]:
    return [f"`{code}`", _SEVERITIES[code.severity], _shown(code.zh.message), _cures(code.zh)]


def _cures(sentence: Sentence) -> str:
    return _shown(sentence.cure) + (f"；或者：{_shown(sentence.bare)}" if sentence.bare else "")


def _shown(text: str) -> str:
    """Return a sentence with its values left open, as text that Markdown leaves alone."""
    braces = text.replace("{{", "\ue000").replace("}}", "\ue001")
    plain = _VALUE.sub("…", braces).replace("\ue000", "{").replace("\ue001", "}")
    return _MARKUP.sub(lambda match: f"\\{match[0]}", plain)
