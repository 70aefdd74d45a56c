"""Large files cost no memory: they are copied block by block."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.build.author_cases import picture
from tests.build.judged import NOW
from tests.conftest import Showcase
from tests.faults.test_remembered import CASE, SITE

Lay = Callable[[str], Showcase]
_PICTURE = picture(3)
MEASURED = """
import sys
from casesite.commands import main
code = main(sys.argv[1:])
import resource
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
raise SystemExit(code)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="kilobytes as Linux counts them")
def test_pictures_of_100_megabytes_do_not_stand_in_memory(site: Lay) -> None:
    """Peak memory (MB) is not much more with them than without, when they are copied and when they stay."""
    project = site(SITE)

    def peak() -> int:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, "build", str(project.root), "--now", NOW],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return int(done.stderr.split()[-1]) >> 10

    peak()  # compiles what must be compiled
    project.edit(CASE, "三年", "四年")
    without = peak()
    shown = []
    for number in range(5):
        path = project.root / f"content/cases/p{number}.png"
        head, tail = _PICTURE[:-12], _PICTURE[-12:]
        with path.open("wb") as file:
            file.write(head)
            file.write((20 << 20).to_bytes(4) + b"tEXt")
            file.seek(20 << 20, os.SEEK_CUR)
            file.write(bytes(4) + tail)
        shown.append(f"![第{number}座桥](p{number}.png)")
    os.truncate(project.root / "content/cases/p0.png", len(_PICTURE[:-12]))
    with (project.root / "content/cases/p0.png").open("ab") as file:
        for _ in range(320):  # what is not metadata is copied
            file.write((1 << 16).to_bytes(4) + b"IDAT" + bytes((1 << 16) + 4))
        file.write(_PICTURE[-12:])
    project.edit(CASE, "四年。", "四年。\n\n" + "\n\n".join(shown))
    copying = peak()
    (large,) = (project.root / "public").rglob("p0.png")
    assert large.stat().st_size > 20 << 20
    project.edit(CASE, "四年。", "五年。")
    staying = peak()
    assert max(copying, staying) < without + 24, (without, copying, staying)
