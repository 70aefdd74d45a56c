"""The report of an import, for people as a page of its own and for programs as JSON."""

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, NamedTuple

from casesite.intake.draft import Change, Draft, Proposal
from casesite.intake.fields import quoted
from casesite.messages import find
from casesite.messages.code import Language
from casesite.messages.intake import kind, rule, word
from casesite.model.problem import Problem

_STYLE: Final = """
:root{color-scheme:light dark}
body{font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
body{max-width:64rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.25rem .6rem;border-bottom:1px solid #8886}
td.n{white-space:nowrap;font-variant-numeric:tabular-nums}td,li,p{overflow-wrap:anywhere}
code{font-size:.9em}blockquote{margin:0;padding:.25rem 1rem;border-inline-start:.25rem solid #a33}
"""


class Filed(NamedTuple):
    """What the draft became: its id, where it and the original lie in the project, the day of import."""

    case_id: str
    path: str
    original: str
    day: str


def as_record(draft: Draft, filed: Filed, language: Language) -> dict[str, object]:
    """Return all that a program may want to know of one import, in an order that does not change."""
    return {
        "id": filed.case_id,
        "draft": filed.path,
        "original": filed.original,
        "name": draft.name,
        "date": filed.day,
        "title": draft.title,
        "authors": list(draft.authors),
        "source": dict(draft.source),
        "note": draft.note,
        "readings": dict(draft.readings),
        "counts": draft.counts,
        "changes": [
            {"rule": one.rule, "line": one.line, "before": one.before, "after": one.after}
            for one in draft.changes
        ],
        "proposals": [
            {
                "kind": one.kind,
                "line": one.line,
                "text": one.text,
                "count": one.count,
                "sentence": one.sentence,
                "fields": dict(one.fields),
            }
            for one in draft.proposals
        ],
        "problems": [problem_record(one, language) for one in draft.problems],
    }


def problem_record(problem: Problem, language: Language) -> dict[str, object]:
    """Return a problem with its sentence and cure, for a program."""
    sentence = find(problem.code).sentence(language, dict(problem.values))
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": sentence.message,
        "cure": sentence.cure,
    }


def as_json(draft: Draft, filed: Filed, language: Language) -> str:
    """Return the record as a file of JSON."""
    return json.dumps(as_record(draft, filed, language), ensure_ascii=False, indent=1) + "\n"


def as_html(draft: Draft, filed: Filed, language: Language) -> str:
    """Return the report as one page that needs nothing else and runs nothing."""
    title = escape(f"{word('report', language)}：{draft.title or draft.name}")
    draft_at = f"{escape(word('draft', language))}: <code>{escape(filed.path)}</code>"
    original_at = f"{escape(word('original', language))}: <code>{escape(filed.original)}</code>"
    parts = [
        f"<h1>{title}</h1>",
        f"<p>{escape(word('summary', language, count=len(draft.changes)))}</p>",
        f"<p>{draft_at}<br>{original_at}</p>",
        *_problems(draft, language),
        *_counts(draft, language),
        *_note(draft, language),
        *_readings(draft, language),
        *_proposals(draft.proposals, language),
        *_changes(draft.changes, language),
    ]
    tag = "zh-Hans" if language == "zh" else "en"
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _problems(draft: Draft, language: Language) -> list[str]:
    if not draft.problems:
        return []
    items = []
    for problem in draft.problems:
        sentence = find(problem.code).sentence(language, dict(problem.values))
        place = f"{word('line', language)} {problem.line}: " if problem.line else ""
        items.append(f"<li>{escape(f'{place}{sentence.message} — {sentence.cure}')}</li>")
    return [_heading("problems", language), "<ul>", *items, "</ul>"]


def _counts(draft: Draft, language: Language) -> list[str]:
    rows = [(rule(name, language), str(count)) for name, count in draft.counts.items()]
    return [_heading("counts", language), *_table((), rows, language)] if rows else []


def _note(draft: Draft, language: Language) -> list[str]:
    if not draft.note:
        return []
    about = f"<p>{escape(word('note-about', language))}</p>"
    return [_heading("note", language), about, f"<blockquote>{escape(draft.note)}</blockquote>"]


def _readings(draft: Draft, language: Language) -> list[str]:
    if not draft.readings:
        return []
    about = f"<p>{escape(word('readings-about', language))}</p>"
    return [_heading("readings", language), about, *_table((), draft.readings, language)]


def _proposals(proposals: Sequence[Proposal], language: Language) -> list[str]:
    if not proposals:
        return []
    rows = [
        (str(one.line), kind(one.kind, language), one.text, str(one.count), one.sentence, _pasted(one))
        for one in proposals
    ]
    about = f"<p>{escape(word('proposals-about', language))}</p>"
    head = ("line", "kind", "found", "times", "sentence", "paste")
    return [_heading("proposals", language), about, *_table(head, rows, language)]


def _pasted(proposal: Proposal) -> str:
    """Return a proposal as a line for the front matter."""
    if proposal.kind != "figure":
        return "".join(f"{key}: {quoted(value)}" for key, value in proposal.fields)
    inside = ", ".join(
        f"{key}: {quoted(value, inside=True)}" if key != "value" else f"value: {value}"
        for key, value in proposal.fields
    )
    return f"- {{label: , {inside}, from: {json.dumps(proposal.sentence, ensure_ascii=False)}}}"


def _changes(changes: Sequence[Change], language: Language) -> list[str]:
    if not changes:
        return []
    rows = [
        (str(one.line), rule(one.rule, language), one.before, one.after or word("nothing", language))
        for one in changes
    ]
    return [_heading("changes", language), *_table(("line", "rule", "before", "after"), rows, language)]


def _heading(name: str, language: Language) -> str:
    return f"<h2>{escape(word(name, language))}</h2>"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], language: Language) -> list[str]:
    """Return a table; cells of digits never wrap."""
    top = "".join(f'<th scope="col">{escape(word(name, language))}</th>' for name in head)
    body = [
        "<tr>"
        + "".join(f"<td{' class=n' if cell.isdigit() else ''}>{escape(cell)}</td>" for cell in row)
        + "</tr>"
        for row in rows
    ]
    return [
        "<table>",
        *([f"<thead><tr>{top}</tr></thead>"] if head else []),
        "<tbody>",
        *body,
        "</tbody></table>",
    ]
