"""Findings as a page of HTML, which needs nothing beside itself: for the preview, and as a file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from casesite.messages import find
from casesite.messages.code import Language
from casesite.messages.interface import say
from casesite.model.problem import Finding
from casesite.outputs.unsure import SCRIPT, STYLE, parted, unsure_list

_STYLE: Final = """
:root { color-scheme: light dark;
  --ink: #23201c; --paper: #faf6ee; --quiet: #6b6459; --accent: #b3341f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e3d8; --paper: #1d1b18; --quiet: #a79f92; --accent: #f08a73; }
}
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem 4rem;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.8 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font: 600 1.6rem/1.5 "Songti SC", "Noto Serif CJK SC", SimSun, serif;
  border-top: 3px solid var(--accent); padding-top: 1rem; }
ol { list-style: none; margin: 0; padding: 0; }
li { border-top: 1px solid color-mix(in srgb, var(--ink) 20%, transparent); padding: 1rem 0; }
.place { color: var(--quiet); overflow-wrap: anywhere; }
.severity { color: var(--accent); font-weight: 600; margin-inline-end: .5em; }
pre { overflow-x: auto; margin: .5rem 0; padding: .5rem .75rem; border-inline-start: 3px solid var(--accent);
  font: .95rem/1.6 ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; }
mark { background: none; color: inherit; border-bottom: 2px solid var(--accent); }
p { margin: .25rem 0; }
a { color: var(--accent); }
.other { padding: .75rem 0; }
"""


def render_report(
    findings: Iterable[Finding], language: Language, *, title: str = "problems-title", readings: str = ""
) -> bytes:
    """Return a whole page (UTF-8) that draws each finding with its line, the place in it and the cure.

    Readings that are not sure stand below the others; where they have a page of their own, `readings` is its
    address, and only a link leads there. `title` is one of the interface's sentences.
    """
    findings = list(findings)
    problems, unsure = parted(findings)
    parts = []
    if findings:
        number = Counter(finding.severity for finding in findings)
        said = say(
            "counts", language, errors=number["error"], warnings=number["warning"], hints=number["hint"]
        )
        parts.append(f'<p class="place">{escape(said)}</p>\n')
    if problems:
        parts.append(f"<ol>\n{chr(10).join(_item(finding, language) for finding in problems)}\n</ol>\n")
    elif not unsure:
        parts.append(f"<p>{escape(say('clean', language))}</p>\n")
    if unsure and readings:
        link = escape(say("unsure-link", language, count=len(unsure)))
        parts.append(f'<p class="other"><a href="{escape(readings)}">{link}</a></p>\n')
    elif unsure:
        heading = escape(say("unsure-title", language))
        parts.append(f'<h2 id="readings">{heading}</h2>\n{_unsure(unsure, language)}')
        if problems:
            link = escape(say("unsure-link", language, count=len(unsure)))
            parts.insert(1, f'<p class="other"><a href="#readings">{link}</a></p>\n')
    return _page(say(title, language), "".join(parts), language)


def render_readings(findings: Iterable[Finding], language: Language, *, problems: str = "") -> bytes:
    """Return a whole page of the readings that are not sure; `problems` is the address of the other page."""
    _, unsure = parted(findings)
    back = ""
    if problems:
        back = (
            f'<p class="other"><a href="{escape(problems)}">{escape(say("unsure-back", language))}</a></p>\n'
        )
    return _page(say("unsure-title", language), back + _unsure(unsure, language), language)


def _unsure(findings: Sequence[Finding], language: Language) -> str:
    if not findings:
        return f"<p>{escape(say('unsure-none', language))}</p>\n"
    return f"<p>{escape(say('unsure-how', language))}</p>\n{unsure_list(findings, language)}"


def _page(title: str, body: str, language: Language) -> bytes:
    """Return a page that needs nothing beside itself."""
    title = escape(title)
    words = " ".join(f'data-{key}="{escape(say(f"unsure-{key}", language))}"' for key in ("copy", "copied"))
    script = f"<script>{SCRIPT}</script>\n" if "data-copy" in body else ""
    page = (
        f'<!doctype html>\n<html lang="{"zh-Hans" if language == "zh" else "en"}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title}</title>\n<link rel="icon" href="data:,">\n'
        f"<style>{_STYLE}{STYLE}</style>\n</head>\n<body {words}>\n<main>\n"
        f"<h1>{title}</h1>\n{body}</main>\n{script}</body>\n</html>\n"
    )
    # A lone half of a surrogate pair, as a file name may hold, cannot be written in UTF-8.
    return page.encode(errors="replace")


def _item(finding: Finding, language: Language) -> str:
    problem = finding.problem
    sentence = find(problem.code).sentence(language, dict(problem.values))
    place = ":".join(str(part) for part in (problem.path, problem.line, problem.column) if part)
    severity = f'<span class="severity">{escape(say(finding.severity, language))}</span>'
    parts = [f'<p class="place">{escape(place)}</p>', f"<p>{severity}{escape(sentence.message)}</p>"]
    if problem.excerpt and problem.line:
        at = max(problem.column - 1, 0)
        before, rest = problem.excerpt[:at], problem.excerpt[at:]
        parts.append(f"<pre>{escape(before)}<mark>{escape(rest[:1])}</mark>{escape(rest[1:])}</pre>")
    parts.append(f"<p>{escape(sentence.cure)}</p>")
    return f"<li>{''.join(parts)}</li>"
