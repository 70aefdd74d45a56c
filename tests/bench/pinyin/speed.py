"""How fast an engine reads, on one core, and what a fresh process of it costs."""

import statistics
from collections.abc import Sequence
from typing import Final, NamedTuple

from tests.bench.measure import REPOSITORY, Measured, measure
from tests.bench.pinyin.peers import Peer, started

PARAGRAPH: Final = 5
"""Sentences in one call: an engine is handed paragraphs, as a build does."""
SLOW: Final = 15.0
"""CPU seconds after which a round is not repeated."""


class Cost(NamedTuple):
    """Characters a CPU second; a process that reads one sentence, all of its start included; MB on disk."""

    rate: float
    start: Measured
    size: float


def paragraphs(sentences: Sequence[str], characters: int) -> list[str]:
    """Return different sentences as paragraphs, until there are so many characters."""
    found: list[str] = []
    count = 0
    distinct = list(dict.fromkeys(sentences))
    for place in range(0, len(distinct), PARAGRAPH):
        if count >= characters:
            break
        found.append("".join(distinct[place : place + PARAGRAPH]))
        count += len(found[-1])
    return found


def cost(peer: Peer, texts: Sequence[str], rounds: int) -> Cost:
    """Measure an engine: medians of several rounds, each a process of its own, so that no cache helps."""
    times = []
    for _ in range(rounds):
        with started(peer) as engine:
            times.append(engine.speed(texts))
        if times[-1] > SLOW:
            break
    starts = [measure([*peer.command, "--once"], REPOSITORY) for _ in range(max(rounds, 3))]
    cpu = [one.cpu for one in starts if one.cpu is not None]
    peak = [one.peak for one in starts if one.peak is not None]
    start = Measured(
        statistics.median(one.seconds for one in starts),
        statistics.median(cpu) if cpu else None,
        statistics.median(peak) if peak else None,
    )
    return Cost(sum(map(len, texts)) / statistics.median(times), start, peer.size())
