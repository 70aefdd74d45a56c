"""`casesite build --profile` tells where the time went."""

from collections.abc import Callable

from tests.conftest import Showcase

CASE = "-- content/cases/a.md --\n---\nid: a\ntitle: 断桥\ndate: 2024-08-20\n---\n通了。\n"


def test_each_stage_has_a_line_and_the_sum_is_theirs(site: Callable[[str], Showcase]) -> None:
    showcase = site(CASE)
    plain = showcase.run("build")
    ran = showcase.run("build", "--profile", lang="en")
    assert (ran.code, plain.err) == (0, "")
    assert "done: 1 cases" in ran.out
    head, *lines = ran.err.splitlines()
    assert head.split() == ["seconds", "CPU", "s"]
    rows = [
        (float(wall), stage.removesuffix("  ←")) for wall, _, stage in (one.split(None, 2) for one in lines)
    ]
    stages = [stage for _, stage in rows]
    assert stages[:5] == [
        "start",
        "look at the files, recall the last build",
        "read",
        "gather",
        "plan the output",
    ]
    assert stages[-1] == "in all"
    assert abs(sum(wall for wall, _ in rows[:-1]) - rows[-1][0]) < 0.02
    assert sum(line.endswith("←") for line in lines) == 1
