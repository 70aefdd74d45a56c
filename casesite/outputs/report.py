"""Findings as a page of HTML: what the preview shows while something keeps the site from being built."""

from collections.abc import Iterable
from html import escape
from typing import Final

from casesite.messages import find
from casesite.messages.code import Language
from casesite.messages.interface import say
from casesite.model.problem import Finding

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
"""


def render_report(findings: Iterable[Finding], language: Language) -> bytes:
    """Return a whole page (UTF-8) that draws each finding with its line, the place in it and the cure."""
    items = "\n".join(_item(finding, language) for finding in findings)
    title = escape(say("problems-title", language))
    page = (
        f'<!doctype html>\n<html lang="{"zh-Hans" if language == "zh" else "en"}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<ol>\n{items}\n</ol>\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


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
