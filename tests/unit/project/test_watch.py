"""Changes are told once they settle, and only those that a build would see."""

import queue
import shutil
from pathlib import Path

import pytest
from watchdog.observers import polling

from casesite.project import watch as watching
from casesite.project.watch import watch

LONG = 20.0


@pytest.fixture(name="root")
def project(tmp_path: Path) -> Path:
    for folder in ("content/cases", "public", ".casesite", "themes"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content/cases/old.md").write_text("old")
    return tmp_path


@pytest.fixture(params=["system", "polling"])
def observer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "polling":

        class Full(polling.PollingObserver):
            def start(self) -> None:
                raise OSError(28, "no watches left")

        monkeypatch.setattr(watching, "Observer", Full)
    return str(request.param)


@pytest.mark.usefixtures("observer")
def test_a_change_is_told_by_its_path(root: Path) -> None:
    told: queue.Queue[frozenset[str]] = queue.Queue()
    with watch(root, told.put):
        (root / "public/index.html").write_text("output")
        (root / ".casesite/ledger").write_text("state")
        (root / "content/cases/~$a.docx").write_text("lock")
        (root / "content/cases/.a.md.swp").write_text("swap")
        (root / "content/cases/old.md").read_text()
        (root / "content/cases/a.md").write_text("a")
        changed = told.get(timeout=LONG)
        while "content/cases/a.md" not in changed:
            changed = told.get(timeout=LONG)
        assert not {path for path in changed if path.startswith(("public", ".casesite"))}
        assert not any("~$" in path or ".swp" in path for path in changed)
        (root / "content/cases/b.md").write_text("b")
        while "content/cases/b.md" not in told.get(timeout=LONG):
            pass


@pytest.mark.usefixtures("observer")
def test_a_folder_made_later_is_watched_and_one_made_anew_as_well(root: Path) -> None:
    told: queue.Queue[frozenset[str]] = queue.Queue()

    def wait_for(path: str) -> None:
        while path not in told.get(timeout=LONG):
            pass

    (root / "themes").rmdir()
    with watch(root, told.put):
        for text in ("first", "second"):
            (root / "themes").mkdir()
            wait_for("themes")
            (root / "themes/default").mkdir()
            wait_for("themes/default")
            (root / "themes/default/site.css").write_text(text)
            wait_for("themes/default/site.css")
            shutil.rmtree(root / "themes")
            wait_for("themes")
        (root / "elsewhere/default").mkdir(parents=True)
        (root / "elsewhere").rename(root / "themes")
        wait_for("themes")
        (root / "themes/default/site.css").write_text("third")
        wait_for("themes/default/site.css")


def test_after_stop_nothing_is_told(root: Path) -> None:
    told: queue.Queue[frozenset[str]] = queue.Queue()
    watcher = watch(root, told.put)
    watcher.stop()
    (root / "content/cases/a.md").write_text("a")
    with pytest.raises(queue.Empty):
        told.get(timeout=0.3)
