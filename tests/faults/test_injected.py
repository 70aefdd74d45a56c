"""Each call that changes the disk fails once while a site is published: the site stays whole."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casesite.messages import output as codes
from casesite.model.problem import Problem
from casesite.project import switching
from casesite.project.manifest import MANIFEST
from casesite.project.publish import Output, Summary, open_output

OLD = {"index.html": "old", "a/1.html": "1", "a/2.html": "2", "b/old.html": "old"}
NEW = {"index.html": "new", "a/1.html": "1", "a/2.html": "2!", "c/new.html": "new"}
FOREIGN = {"CNAME": "example.org", "mine/x.txt": "x"}
CALLS = ("open", "mkdir", "link", "unlink", "rename", "replace", "rmdir", "chmod")


def publish(root: Path, pages: dict[str, str]) -> Summary | Problem:
    opened = open_output(Path("public"), Path(".casesite"), root)
    if isinstance(opened, Problem):
        return opened
    with opened as output:
        for path, text in pages.items():
            if output.stands(path, text):
                output.keep(path)
            else:
                output.write(path, text, text.encode())
        return output.commit()


def site(root: Path) -> dict[str, str]:
    out = root / "public"
    return {
        path.relative_to(out).as_posix(): path.read_text()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


class Fault:
    """Lets the `number`-th of all calls that change the disk fail; `error` says why, 28 is a full disk."""

    def __init__(self, patch: pytest.MonkeyPatch, number: int, error: int) -> None:
        self.left = number
        self.error = error
        for name in CALLS:
            patch.setattr(os, name, self._wrapped(getattr(os, name)))

    def _wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def maybe(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 – whatever the call takes
            self.left -= 1
            if self.left == 0:
                raise OSError(self.error, os.strerror(self.error), str(arguments[0]))
            return call(*arguments, **named)

        return maybe


@pytest.mark.parametrize("error", [28, 13, 5])
@pytest.mark.parametrize("way", ["exchange", "renames", "in place"])
def test_any_call_that_fails_leaves_a_whole_site(way: str, error: int, tmp_path: Path) -> None:
    outcomes: set[str] = set()
    number = 0
    while "through" not in outcomes:
        number += 1
        root = tmp_path / str(number)
        (root / "content").mkdir(parents=True)
        assert isinstance(publish(root, OLD), Summary)
        for path, text in FOREIGN.items():
            (root / "public" / path).parent.mkdir(exist_ok=True)
            (root / "public" / path).write_text(text)
        with pytest.MonkeyPatch.context() as patch:
            if way != "exchange":
                patch.setattr(switching, "exchange", lambda _one, _other: False)
            if way == "in place":
                patch.setattr(switching, "_rename", _busy)
            fault = Fault(patch, number, error)
            result = publish(root, NEW)
            if fault.left > 0:
                outcomes.add("through")
        outcomes.add("done" if isinstance(result, Summary) else "refused")
        finished = open_output(Path("public"), Path(".casesite"), root)
        assert isinstance(finished, Output)
        with finished:
            pass
        if isinstance(result, Summary):
            expected = [NEW]
        else:
            expected = [OLD, NEW] if result.code == codes.OUTPUT_UNFINISHED else [OLD]
        assert site(root) in [{**pages, **FOREIGN} for pages in expected], (number, result)
        assert isinstance(publish(root, NEW), Summary)
        assert site(root) == {**NEW, **FOREIGN}
    assert outcomes == {"through", "done", "refused"}


def _busy(*_: object) -> None:
    raise switching.CannotRenameError(16, "busy")
