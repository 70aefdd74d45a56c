"""What was read once is not read again, unless its text, its place or what reading depends on changed."""

from pathlib import Path

from casesite.model.executor import Alone
from casesite.model.problem import Problem
from casesite.model.settings import Settings
from casesite.model.source import Source
from casesite.model.vocabulary import Vocabularies
from casesite.pipeline.library import MemoryPack
from casesite.pipeline.recall import Documents, Recall, read_documents
from casesite.project.files import Snapshot, take_snapshot
from casesite.project.ledger import Ledger
from casesite.reading.context import Context

FILES = {
    "cases/a.md": "---\nid: a\ntitle: 断桥重连\ndate: 2024-08-20\n---\n\n三个村一起修。\n",
    "cases/b.md": "---\nid: b\ntitle: 修路\ndate: 2024-08-10\n---\n\n一个村修了路。\n",
    "issues/2024-08.md": "---\ntitle: 联建\ndate: 2024-08-31\n---\n\n说联建。\n",
    "pages/about.md": "---\ntitle: 关于\n---\n\n这里。\n",
    "letters/2024-09.yaml": "case: a\ndate: 2024-09-01\nname: 李某\ntext: 很受启发。\n",
    "inbox/c.md": "---\nid: c\ntitle: 来稿\ndate: 2024-08-10\nstatus: inbox\n---\n\n收到。\n",
}


class Desk:
    """A project read again and again, each time with what the last reading left behind."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pack = MemoryPack()
        self.ledger = Ledger(version="1")
        self.settings = Settings(title="案例库")
        for path, text in FILES.items():
            self.write(path, text)

    def write(self, path: str, text: str) -> None:
        """Write a file of the content."""
        place = self.root / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())

    def read(self, *, inbox: bool = False, unsure: bool = False) -> tuple[Documents, set[str]]:
        """Return the documents and which files were opened for their text."""
        snapshot = take_snapshot(self.root, self.ledger.signed)
        opened = set()

        class Watched(Snapshot):
            """Notes which sources are asked for."""

            def source(self, path: str) -> Source | Problem:
                opened.add(path.removeprefix("content/"))
                return super().source(path)

        values = {name: getattr(snapshot, name) for name in Snapshot.__struct_fields__}
        watched = Watched(**values)
        context = Context.of(self.settings, Vocabularies())._replace(unsure=unsure)
        recall = Recall(watched, self.ledger, self.pack, context)
        documents = read_documents(recall, watched, context, Alone(), inbox=inbox)
        self.ledger = recall.ledger
        return documents, opened


def test_a_second_reading_opens_nothing_and_knows_the_same(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    first, opened = desk.read()
    assert opened == FILES.keys() - {"inbox/c.md"}
    assert [case.card.title for case in first.read.cases] == ["断桥重连", "修路"]
    second, opened = desk.read()
    assert opened == set()
    assert second == first


def test_only_what_was_edited_is_read_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.read()
    desk.write("cases/a.md", FILES["cases/a.md"].replace("断桥", "新桥"))
    documents, opened = desk.read()
    assert opened == {"cases/a.md"}
    assert [case.card.title for case in documents.read.cases] == ["新桥重连", "修路"]


def test_another_setting_that_reading_depends_on_has_all_read_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.read()
    desk.settings = Settings(title="案例库", timezone="+09:00")
    _, opened = desk.read()
    assert {"cases/a.md", "cases/b.md"} <= opened


def test_a_body_that_the_pack_lost_is_read_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    first, _ = desk.read()
    del desk.pack[first.parts["content/cases/b.md"].body]
    second, opened = desk.read()
    assert opened == {"cases/b.md"}
    assert second == first
    assert first.parts["content/cases/b.md"].body in desk.pack


def test_the_inbox_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert "c" not in {case.card.id for case in desk.read()[0].read.cases}
    documents, opened = desk.read(inbox=True)
    assert opened == {"inbox/c.md"}
    assert "c" in {case.card.id for case in documents.read.cases}


def test_a_broken_file_is_told_each_time_until_it_is_mended(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("cases/b.md", "---\ntitle: [\n---\n")
    told = [[problem.path for problem in desk.read()[0].problems] for _ in range(2)]
    assert told[0] == told[1] != []
    assert set(told[0]) == {"content/cases/b.md"}
    desk.write("cases/b.md", FILES["cases/b.md"])
    assert desk.read()[0].problems == ()


def test_what_was_heard_once_is_not_listened_for_again(tmp_path: Path) -> None:
    """A build that asks for no unsure readings keeps what a check has found."""
    desk = Desk(tmp_path)
    desk.settings = Settings(title="案例库", pinyin="all")
    texts = {name for name in FILES if not name.startswith("inbox")}
    assert desk.read()[1] == texts
    assert desk.read()[1] == set()
    documents, opened = desk.read(unsure=True)
    assert opened == texts, "nobody had listened"
    found = [one for one in documents.problems if one.code == "polyphone-unsure"]
    assert desk.read(unsure=True) == (documents, set())
    quiet, opened = desk.read()
    assert (opened, [one for one in quiet.problems if one.code == "polyphone-unsure"]) == (set(), [])
    desk.write("cases/a.md", FILES["cases/a.md"].replace("一起修", "，行，重，得，还，"))
    again, opened = desk.read(unsure=True)
    assert opened == {"cases/a.md"}
    assert len([one for one in again.problems if one.code == "polyphone-unsure"]) > len(found)
