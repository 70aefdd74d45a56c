"""The tables: for the terminal in English, and for the manual in Markdown and Chinese."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.bench import goals
from tests.bench.goals import PLAIN, PYTHON, Goal, Verdict, shown
from tests.bench.lanes import Timed
from tests.bench.record import Record

HEAD: Final = (
    f"{'step':20} {'program':28} {'seconds':>8} {'CPU s':>8} "
    f"{'peak MB':>7} {'driver':>7} {'all':>7} {'ratio':>7}"
)
_STEPS: Final = {
    "cold": "从头生成",
    "nothing": "没有改动",
    "body": "改一篇的正文",
    "title": "改一篇的标题",
    "new": "新加一篇",
    "back-dated": "补一篇旧日期的",
    "note": "改一期的按语",
    "setting": "改一项设置",
    "string": "改主题的一句话",
    "serve: start": "预览：第一次",
    "serve: body, polled": "预览：存正文，反复取",
    "serve: body, event": "预览：存正文，等通知",
    "serve: title, polled": "预览：存标题，反复取",
    "serve: title, event": "预览：存标题，等通知",
    "publish: commit": "换上 30 个文件",
    "publish: whole": "同上，连同核对其余的文件",
    "help": "看帮助",
}
_PROGRAMS: Final = {
    PLAIN: "casesite，不注音、不检索",
    PYTHON: "空的 Python",
    goals.QUICK: "Hugo + Pagefind，只看案例页",
}


def _number(value: float | None, form: str) -> str:
    return "-" if value is None else format(value, form)


def _ratio(record: Record, one: Timed) -> float | None:
    """Return how many times ours this is, unless it is ours or has no equal."""
    return None if one.program == "casesite" else record.ratio(one.step, one.program, "casesite")


def line(record: Record, one: Timed) -> str:
    """Return a line below `HEAD`; the ratio is that to ours."""
    middle = one.middle
    same = {None: "", True: "  same as clean", False: "  DIFFERS from clean"}[one.same]
    figures = (
        f"{middle.seconds:8.3f} {_number(middle.cpu, '.3f'):>8} {_number(middle.peak, '.0f'):>7} "
        f"{_number(middle.driver, '.0f'):>7} {_number(middle.together, '.0f'):>7} "
        f"{_number(_ratio(record, one), '.2f'):>7}"
    )
    return f"{one.step:20} {one.program:28} {figures}{same}"


def _left_out(verdicts: Sequence[Verdict]) -> list[Goal]:
    """Return the goals that a run did not measure; one for larger sites may be left to them."""
    judged = {one.goal for one in verdicts}
    return [goal for goal in goals.GOALS if goal not in judged and goal.at <= goals.USUAL]


def goal_lines(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the table of goals."""
    yield f"{'goal':46} {'at most':>9} {'measured':>9} {'of it':>6}"
    for one in verdicts:
        told = "met" if one.met else f"missed by {one.share:.2f} ×"
        size = f" at {one.cases:,}; the goal is for {one.goal.at:,}" if one.elsewhere else ""
        limit = shown(one.goal.most(one.cases), one.goal.unit)
        value = shown(one.value, one.goal.unit)
        yield f"{one.goal.name:46} {limit:>9} {value:>9} {one.share:>6.2f}  {told}{size}"
    for goal in _left_out(verdicts):
        yield f"{goal.name:46} not measured"


def size_lines(record: Record) -> Iterator[str]:
    """Yield what each site weighs, then how it grows."""
    for program, size in record.sizes.items():
        page = f"a case's page {size.page / 1e3:.1f} kB"
        yield f"{program}: {size.files} files, {size.bytes / 1e6:.1f} MB, {page}"
    for one in record.growth:
        yield (
            f"{one.cases} cases, for each {one.each('cpu'):.2f} ms CPU, {one.each('memory'):.1f} kB memory, "
            f"{one.each('output'):.1f} kB output, {one.each('files'):.2f} files"
        )


def put(page: Path, text: str) -> None:
    """Put a text below the last heading of the second level of a page, instead of what is there."""
    lines = page.read_text(encoding="utf-8").splitlines()
    last = max(number for number, line in enumerate(lines) if line.startswith("## "))
    page.write_bytes("\n".join([*lines[: last + 1], "", text, ""]).encode())


def markdown(record: Record) -> Iterator[str]:
    """Yield the tables of the manual's page."""
    jobs = f"，{record.jobs} 个进程" if record.jobs else ""
    peers = "、".join(f"{name} {value}" for name, value in record.versions.items())
    run = f"{record.cases:,} 篇，每项 {record.rounds} 次取中位数{jobs}"
    yield f"{record.made}，{run}；{record.machine}；{peers}。"
    if record.missing:
        yield f"没有量：{'、'.join(record.missing)}。"
    yield ""
    yield from _goals(record)
    yield ""
    yield from _steps(record)
    if record.growth:
        yield ""
        yield "| 每篇 | 处理器毫秒 | 内存 kB | 输出 kB | 文件 |"
        yield "| :-- | --: | --: | --: | --: |"
        for one in record.growth:
            cells = (f"{one.each('cpu'):.2f}", *(f"{one.each(k):.1f}" for k in ("memory", "output", "files")))
            yield f"| {one.cases:,} 篇 | {' | '.join(cells)} |"


def _goals(record: Record) -> Iterator[str]:
    yield "| 目标 | 不超过 | 实测 | 结果 |"
    yield "| :-- | --: | --: | :-- |"
    verdicts = list(goals.judge(record))
    for one in verdicts:
        told = "达到" if one.met else f"是目标的 {one.share:.2f} 倍"
        size = f"（目标是 {one.goal.at:,} 篇的）" if one.elsewhere else ""
        limit = shown(one.goal.most(one.cases), one.goal.unit)
        yield f"| {one.goal.zh} | {limit} | {shown(one.value, one.goal.unit)} | {told}{size} |"
    for goal in _left_out(verdicts):
        yield f"| {goal.zh} | {shown(goal.most(record.cases), goal.unit)} | – | 没有量 |"


def _steps(record: Record) -> Iterator[str]:
    yield "| 做什么 | 程序 | 处理器秒 | 时钟秒 | 内存 MB | 是 casesite 的几倍 |"
    yield "| :-- | :-- | --: | --: | --: | --: |"
    for one in record.steps:
        middle = one.middle
        cells = (
            _STEPS.get(one.step, one.step),
            _PROGRAMS.get(one.program, one.program),
            _number(middle.cpu, ".3f"),
            f"{middle.seconds:.3f}",
            _number(middle.peak, ".0f"),
            _number(_ratio(record, one), ".2f"),
        )
        yield f"| {' | '.join(cells)} |"
