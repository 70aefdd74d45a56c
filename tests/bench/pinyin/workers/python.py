"""One engine of readings as a process: texts come in, a reading for each character goes out, as JSON lines.

`python python.py NAME` answers `{"texts": [...], "speed": bool}` by `{"cpu": seconds, "readings": [[...]]}`,
without readings where only the speed is asked for; `--once` reads one sentence and ends. It runs in the
environment of the peers, so it needs no library but the one it measures.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from typing import Any

Read = Callable[[str], list[str]]
SENTENCE = "重庆市长寿区的银行行长带队到村里调研，为期三天。"


def ours() -> Read:
    """Return casesite's readings."""
    from casesite.chinese.pinyin import annotate  # noqa: PLC0415

    return lambda text: [reading for _, reading in annotate(text)]


def ours_words() -> Read:
    """Return casesite's readings by word, for the speed of it."""
    from casesite.chinese.pinyin import words  # noqa: PLC0415

    return lambda text: [syllable for word in words(text) for syllable in word[1] or ("",) * len(word[0])]


def pypinyin() -> Read:
    """Return pypinyin's readings with the phrases that it brings."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    return lambda text: lazy_pinyin(text, style=Style.TONE, errors=lambda rest: list(rest))  # type: ignore[arg-type,return-value] # noqa: PLW0108


def pypinyin_large() -> Read:
    """Return pypinyin's readings with the largest list of phrases of pypinyin-dict."""
    from pypinyin_dict.phrase_pinyin_data import (  # type: ignore[import-not-found] # noqa: PLC0415
        large_pinyin,
    )

    large_pinyin.load()
    return pypinyin()


def g2pm() -> Read:
    """Return g2pM's readings, a tone digit after each."""
    from g2pM import G2pM  # type: ignore[import-not-found] # noqa: PLC0415

    model: Any = G2pM()
    return lambda text: model(text, tone=True, char_split=True) if text else []


READERS: dict[str, Callable[[], Read]] = {
    "ours": ours,
    "ours words": ours_words,
    "pypinyin": pypinyin,
    "pypinyin large": pypinyin_large,
    "g2pM": g2pm,
}


def doubts(texts: list[str]) -> list[list[tuple[int, float]]] | None:
    """Return the places that casesite doubts, with their margins; None as long as it cannot tell."""
    from casesite.chinese import pinyin as engine  # noqa: PLC0415

    tell: Any = getattr(engine, "doubts", None)
    if tell is None:
        return None
    return [[(one.place, one.margin) for one in tell(text, engine.NONE)] for text in texts]


def main() -> int:
    """Answer each line until there is none."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=READERS)
    parser.add_argument("--once", action="store_true")
    options = parser.parse_args()
    read = READERS[options.name]()
    if options.once:
        read(SENTENCE)
        return 0
    for line in sys.stdin:
        asked = json.loads(line)
        begun = time.process_time()
        readings = [read(text) for text in asked["texts"]]
        cpu = time.process_time() - begun
        answer: dict[str, Any] = {"cpu": cpu, "readings": None if asked.get("speed") else readings}
        if asked.get("doubts") and options.name == "ours":
            answer["doubts"] = doubts(asked["texts"])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
