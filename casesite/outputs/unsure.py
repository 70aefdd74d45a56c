"""Readings that are not sure as HTML: by case, the least sure first, each with the lines that settle it."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from casesite.messages.code import Language
from casesite.messages.interface import say
from casesite.messages.pinyin import POLYPHONE_UNSURE
from casesite.model.problem import Finding, Problem

STYLE: Final = """
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 .25rem; overflow-wrap: anywhere; }
.sentence { font-size: 1.15rem; }
.sentence mark { color: var(--accent); font-weight: 600; padding: 0 .1em; }
.line { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
.line code, pre code { font: .95rem/1.6 ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace;
  user-select: all; }
.line code { background: color-mix(in srgb, var(--ink) 7%, transparent); padding: .1em .5em;
  overflow-wrap: anywhere; }
.what { color: var(--quiet); min-width: 9em; }
button { font: inherit; font-size: .9rem; color: var(--accent); background: none; cursor: pointer;
  border: 1px solid currentColor; border-radius: 3px; padding: .1rem .75rem; min-height: 2rem; }
summary { cursor: pointer; color: var(--quiet); }
@media (max-width: 30rem) { .what { min-width: 100%; } }
@media print { button, details { display: none; } }
"""
SCRIPT: Final = """
"use strict";
for (const code of document.querySelectorAll("[data-copy]")) {
  const words = document.body.dataset, button = document.createElement("button");
  button.type = "button";
  button.textContent = words.copy;
  button.setAttribute("aria-label", words.copy + " " + code.textContent.trim());
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      document.execCommand("copy");
    }
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = words.copy; }, 2000);
  });
  code.after(button);
}
"""
"""Adds the buttons; without it a click on a line selects it whole."""


def parted(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Return what is to be mended, and readings that are not sure, if only hints, the least sure first."""
    other: list[Finding] = []
    unsure: list[Finding] = []
    for finding in findings:
        is_list = finding.problem.code == POLYPHONE_UNSURE and finding.severity == "hint"
        (unsure if is_list else other).append(finding)
    return other, sorted(unsure, key=_margin)


def unsure_list(findings: Sequence[Finding], language: Language) -> str:
    """Return the list as HTML, without a heading; `findings` are those of `parted`."""
    groups: dict[str, list[Problem]] = {}
    for finding in findings:
        groups.setdefault(finding.problem.path, []).append(finding.problem)
    return "".join(
        f"<section>\n<h3>{escape(path)}</h3>\n<ol>\n"
        f"{''.join(_item(one, language) for one in problems)}</ol>\n{_whole(problems, language)}</section>\n"
        for path, problems in groups.items()
    )


def _item(problem: Problem, language: Language) -> str:
    values = dict(problem.values)
    before, character, after = (escape(values[key]) for key in ("before", "character", "after"))
    about = say(
        "unsure-item",
        language,
        syllable=values["syllable"],
        other=values["other"],
        line=problem.line,
        column=problem.column,
        count=values["count"],
    )
    if values["keep"]:
        lines = _line("unsure-keep", values["syllable"], values["keep"], language)
        lines += _line("unsure-change", values["other"], values["change"], language)
    else:
        lines = _line("unsure-alone", values["syllable"], values["alone"], language)
    return (
        f'<li>\n<p class="sentence">{before}<mark>{character}</mark>{after}</p>\n'
        f'<p class="place">{escape(about)}</p>\n{lines}</li>\n'
    )


def _line(word: str, syllable: str, line: str, language: Language) -> str:
    what = escape(say(word, language, syllable=syllable))
    return f'<p class="line"><span class="what">{what}</span><code data-copy>{escape(line)}</code></p>\n'


def _whole(problems: Sequence[Problem], language: Language) -> str:
    """Return the lines of one case together, to be taken when they have all been looked at."""
    every = [dict(one.values) for one in problems]
    lines = list({one["word"]: one["keep"] for one in every if one["keep"]}.values())
    if len(lines) < 2:  # noqa: PLR2004  one line stands above
        return ""
    text = escape("\n".join(("readings:", *(f"  {line}" for line in lines))) + "\n")
    summary = escape(say("unsure-whole", language))
    return f"<details><summary>{summary}</summary>\n<pre><code data-copy>{text}</code></pre>\n</details>\n"


def _margin(finding: Finding) -> tuple[int, str, int, int]:
    problem = finding.problem
    return int(dict(problem.values)["margin"]), problem.path, problem.line, problem.column
