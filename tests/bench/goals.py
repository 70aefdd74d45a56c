"""What the figures are to be: each goal with its limit, and how far a run is from it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from tests.bench import growth
from tests.bench.record import Record

HUGO: Final = "Hugo"
SEARCH: Final = "Hugo + Pagefind"
QUICK: Final = "Hugo + Pagefind, cases alone"
PLAIN: Final = "casesite, plain"
PYTHON: Final = "python -c pass"

USUAL: Final = 10_000
"""Cases of the site that most goals speak of."""
_HUNDRED: Final = 100_000


class Goal(NamedTuple):
    """A goal: its name in English and Chinese, the most it may be, how that is shown, and what a run found.

    `limit` and what is found are multiples, seconds, MB or shares, as `unit` says; `each` is added to the
    limit for every case. Where `at` is a number, the goal is one for so many cases.
    """

    name: str
    zh: str
    unit: str
    limit: float
    found: Callable[[Record], float | None]
    at: int = 0
    each: float = 0

    def most(self, cases: int) -> float:
        """Return the limit for that many cases."""
        return self.limit + self.each * cases


class Verdict(NamedTuple):
    """A goal beside what a run found; `cases` is the run's."""

    goal: Goal
    cases: int
    value: float

    @property
    def share(self) -> float:
        """What was found as a multiple of the limit: at most 1 when the goal is met."""
        return max(self.value, 0) / self.goal.most(self.cases)

    @property
    def met(self) -> bool:
        """Whether the goal is met, at this size."""
        return self.value <= self.goal.most(self.cases)

    @property
    def elsewhere(self) -> bool:
        """Whether the goal speaks of larger sites than this run's."""
        return self.cases < self.goal.at


def _times(step: str, program: str, other: str) -> Callable[[Record], float | None]:
    return lambda record: record.ratio(step, program, other)


def _cpu(step: str) -> Callable[[Record], float | None]:
    def found(record: Record) -> float | None:
        one = record.find(step)
        return None if one is None else one.middle.cost

    return found


def _clock(step: str) -> Callable[[Record], float | None]:
    def found(record: Record) -> float | None:
        one = record.find(step)
        return None if one is None else one.middle.seconds

    return found


def _driver(record: Record) -> float | None:
    one = record.find("cold")
    return None if one is None else one.middle.driver


def _beyond(kind: str) -> Callable[[Record], float | None]:
    return lambda record: growth.beyond(record.growth, kind)


def _large(step: str) -> Callable[[Record], float | None]:
    return lambda record: _cpu(step)(record) if record.cases >= _HUNDRED else None


GOALS: Final = (
    Goal(
        "cold, everything on, of Hugo + Pagefind",
        "从头生成，全部打开，比 Hugo 加 Pagefind",
        "times",
        1 / 5,
        _times("cold", "casesite", SEARCH),
    ),
    Goal(
        "the same, Pagefind shown the case pages alone",
        "同上，只让 Pagefind 看案例页",
        "times",
        1 / 5,
        _times("cold", "casesite", QUICK),
    ),
    Goal(
        "cold, pinyin and search off, of Hugo",
        "从头生成，不注音、不做检索，比 Hugo",
        "times",
        1.8,
        _times("cold", PLAIN, HUGO),
    ),
    Goal(
        "nothing changed, of a bare Python start",
        "没有改动，比空的 Python",
        "times",
        6,
        _times("nothing", "casesite", PYTHON),
        USUAL,
    ),
    Goal("nothing changed", "没有改动", "s", 0.10, _cpu("nothing"), USUAL),
    Goal(
        "a body edited, of Hugo",
        "改一篇的正文，比 Hugo",
        "times",
        1 / 25,
        _times("body", "casesite", HUGO),
        USUAL,
    ),
    Goal("a body edited", "改一篇的正文", "s", 0.5, _cpu("body"), USUAL),
    Goal("a title edited", "改一篇的标题", "s", 0.5, _cpu("title"), USUAL),
    Goal("serve: a body saved", "预览：存一次正文到看见", "ms", 0.1, _clock("serve: body, polled"), USUAL),
    Goal("serve: a title saved", "预览：存一次标题到看见", "ms", 0.1, _clock("serve: title, polled"), USUAL),
    Goal("a body edited, at 100,000", "十万篇里改一篇的正文", "s", 2, _large("body"), _HUNDRED),
    Goal("memory of a cold build's driver", "从头生成的主进程的内存", "MB", 60, _driver, 0, 0.003),
    Goal("30 files put in place", "换上 30 个文件", "ms", 0.005, _clock("publish: commit"), USUAL),
    Goal("CPU a case, largest above smallest", "每篇用时，最大的库比最小的多", "%", 0.15, _beyond("cpu")),
    Goal("memory a case, largest above smallest", "每篇内存，同上", "%", 0.15, _beyond("memory")),
    Goal("output a case, largest above smallest", "每篇输出，同上", "%", 0.15, _beyond("output")),
    Goal("casesite --help", "casesite --help", "ms", 0.06, _cpu("help")),
)


def judge(record: Record) -> Iterator[Verdict]:
    """Yield what a run found for each goal that it measured."""
    for goal in GOALS:
        value = goal.found(record)
        if value is not None:
            yield Verdict(goal, record.cases, value)


def as_data(verdicts: Sequence[Verdict]) -> list[Mapping[str, Any]]:
    """Return verdicts as plain data."""
    return [
        {
            "goal": one.goal.name,
            "unit": one.goal.unit,
            "limit": one.goal.most(one.cases),
            "measured": one.value,
            "of the goal": one.share,
            "met": one.met,
            "goal is for cases": one.goal.at or None,
        }
        for one in verdicts
    ]


def shown(value: float, unit: str) -> str:
    """Return a value as people read it; `unit` is as in `Goal`."""
    if unit == "times":
        return f"1/{1 / value:.3g}" if 0 < value <= 0.5 else f"{value:.2f} ×"
    if unit == "ms":
        return f"{value * 1e3:.3g} ms"
    if unit == "%":
        return f"{value * 100:+.0f} %"
    return f"{value:.3g} s" if unit == "s" else f"{value:.0f} MB"
