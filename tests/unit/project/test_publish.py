"""Publishing into real folders: what is written, what stays, what is refused."""

import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from casesite.messages import files as file_codes
from casesite.messages import output as codes
from casesite.model.problem import Problem
from casesite.project import journal, switching
from casesite.project.folders import Folders
from casesite.project.journal import Placing, finish, write_journal
from casesite.project.manifest import MANIFEST
from casesite.project.publish import Output, Summary, open_output
from casesite.project.switching import Change, place_all
from casesite.project.trees import Foreign

Pages = Mapping[str, str]
STATE = Path(".casesite")
OUT = Path("public")
MEMORY = Path("/dev/shm")  # noqa: S108 – a second file system
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and mounts as POSIX has them")


@pytest.fixture(name="root")
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    return root


@pytest.fixture(params=["exchange", "renames", "in place"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Publish in each of the three ways; the last two are what other systems offer."""
    how = str(request.param)
    if how == "exchange" and sys.platform != "linux":
        pytest.skip("only Linux exchanges folders")
    if how != "exchange":
        monkeypatch.setattr(switching, "exchange", lambda _one, _other: False)
    if how == "in place":

        def busy(*_: object) -> None:
            raise switching.CannotRenameError(16, "busy")

        monkeypatch.setattr(switching, "_rename", busy)
        monkeypatch.setattr(switching, "_is_bare", lambda _out: False)
    return how


def build(
    root: Path, pages: Pages, *, adopt: bool = False, out: Path = OUT, owner: str = ""
) -> Summary | Problem:
    opened = open_output(out, STATE, root, adopt=adopt, owner=owner)
    if isinstance(opened, Problem):
        return opened
    with opened as output:
        name_all(output, pages)
        return output.commit()


def name_all(output: Output, pages: Pages) -> None:
    for path, text in pages.items():
        if output.stands(path, text):
            output.keep(path)
        else:
            output.write(path, text, text.encode())


def site(root: Path, out: Path = OUT) -> dict[str, str]:
    found = sorted((root / out).rglob("*"))
    return {
        path.relative_to(root / out).as_posix(): path.read_text()
        for path in found
        if path.is_file() and path.name != MANIFEST
    }


def code_of(result: object) -> str:
    assert isinstance(result, Problem), result
    return result.code


ONE = {"index.html": "home", "cases/a.html": "a", "cases/b.html": "b", "search/x/0.js": "data"}


@pytest.mark.usefixtures("way")
def test_a_site_is_written_kept_changed_and_thinned(root: Path) -> None:
    assert build(root, ONE) == Summary(4, 0, 0)
    assert site(root) == ONE
    assert build(root, ONE) == Summary(0, 4, 0)
    two = {"index.html": "home 2", "cases/b.html": "b", "cases/c.html": "c"}
    assert build(root, two) == Summary(2, 1, 2)
    assert site(root) == two
    assert not (root / OUT / "search").exists()
    three = {"index.html": "home 3", "cases/a.html": "a", "cases/c.html": "c"}
    assert build(root, three) == Summary(2, 1, 1)
    assert site(root) == three
    assert build(root, ONE) == Summary(3, 1, 1)
    assert site(root) == ONE


@pytest.mark.usefixtures("way")
def test_a_file_takes_a_folders_name_and_gives_it_back(root: Path) -> None:
    for pages in ({"a": "1", "b/c": "2"}, {"a/b/c": "3", "b": "4"}, {"a": "5", "b/c/d": "6"}, {"a/b": "7"}):
        assert isinstance(build(root, pages), Summary)
        assert site(root) == pages


@pytest.mark.usefixtures("way")
def test_what_others_put_into_the_output_stays(root: Path) -> None:
    build(root, ONE)
    foreign = {
        "CNAME": "example.org",
        "cases/note.txt": "mine",
        "uploads/deep/x.html": "x",
        ".git/HEAD": "ref",
    }
    for path, text in foreign.items():
        (root / OUT / path).parent.mkdir(parents=True, exist_ok=True)
        (root / OUT / path).write_text(text)
    two = {"index.html": "home 2", "cases/b.html": "b"}
    for pages in (two, ONE, two, {"index.html": "alone"}):
        assert isinstance(build(root, pages), Summary)
        assert site(root) == {**pages, **foreign}
    (root / OUT / "CNAME").write_text("other.example.org")
    (root / OUT / "cases/note.txt").unlink()
    assert isinstance(build(root, ONE), Summary)
    assert isinstance(build(root, two), Summary)
    assert site(root) == {
        **two,
        "CNAME": "other.example.org",
        "uploads/deep/x.html": "x",
        ".git/HEAD": "ref",
    }


@pytest.mark.usefixtures("way")
def test_a_file_changed_or_deleted_by_hand_is_made_anew(root: Path) -> None:
    build(root, ONE)
    page = root / OUT / "cases/a.html"
    page.write_text("A")
    assert build(root, ONE) == Summary(1, 3, 0)
    page.unlink()
    assert build(root, ONE) == Summary(1, 3, 0)
    page.unlink()
    page.with_name("other").write_text("a")
    page.with_name("other").rename(page)
    assert build(root, ONE) == Summary(1, 3, 0)
    assert site(root) == ONE
    (root / OUT).rename(root / "gone")
    assert build(root, ONE) == Summary(4, 0, 0)
    assert site(root) == ONE


@pytest.mark.usefixtures("way")
def test_leaving_without_commit_leaves_the_old_site_and_no_litter(root: Path) -> None:
    build(root, ONE)
    before = sorted(path for path in root.rglob("*") if "spare" not in path.parts)
    opened = open_output(OUT, STATE, root)
    assert isinstance(opened, Output)

    def interrupted(output: Output) -> None:
        with output:
            output.write("index.html", "new", b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted(opened)
    assert site(root) == ONE
    assert sorted(path for path in root.rglob("*") if "spare" not in path.parts) == before


@pytest.mark.parametrize(
    "out",
    [
        "content",
        "content/public",
        ".",
        "..",
        "themes/public",
        ".casesite",
        ".casesite/spare",
        ".casesite/preview/site",
        ".git",
        ".git/hooks",
        "public/.Git",
    ],
)
def test_an_output_that_would_overwrite_the_project_is_refused(out: str, root: Path) -> None:
    (root / "themes").mkdir()
    (root / ".casesite").mkdir()
    assert code_of(build(root, ONE, out=Path(out), adopt=True)) == codes.OUTPUT_PLACE
    assert sorted(path.name for path in (root / "content").iterdir()) == []


def test_a_preview_lies_in_a_state_folder_of_its_own(root: Path) -> None:
    opened = open_output(STATE / "preview/site", STATE / "preview", root)
    assert isinstance(opened, Output)
    with opened as output:
        name_all(output, ONE)
        assert output.commit() == Summary(4, 0, 0)
    assert code_of(open_output(STATE / "other", STATE / "preview", root)) == codes.OUTPUT_PLACE


@pytest.mark.usefixtures("way")
def test_another_sites_output_is_refused_and_adopted_without_losing_its_files(root: Path) -> None:
    build(root, ONE, owner="theirs")
    assert code_of(build(root, {"index.html": "ours"}, owner="ours")) == codes.OUTPUT_NOT_OURS
    assert site(root) == ONE
    assert build(root, {"index.html": "ours"}, owner="ours", adopt=True) == Summary(1, 0, 0)
    assert site(root) == {**ONE, "index.html": "ours"}
    assert code_of(build(root, ONE, owner="theirs")) == codes.OUTPUT_NOT_OURS


@pytest.mark.parametrize(("before", "after"), [("", "案例"), ("案例", ""), ("a", "a")])
def test_a_site_without_an_id_may_get_one_and_lose_it(before: str, after: str, root: Path) -> None:
    build(root, ONE, owner=before)
    assert build(root, ONE, owner=after) == Summary(0, 4, 0)
    head, *paths = (root / OUT / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert (head, paths) == (f"casesite manifest 1 {after}".strip(), sorted(ONE))
    assert code_of(build(root, ONE, owner="b")) == codes.OUTPUT_NOT_OURS if after else True


@pytest.mark.usefixtures("way")
def test_a_name_that_changes_in_case_alone_keeps_its_file(root: Path) -> None:
    build(root, {"Logo.PNG": "1", "a.html": "a"})
    assert build(root, {"logo.png": "1", "a.html": "a"}) == Summary(1, 1, 1)
    assert site(root) == {"logo.png": "1", "a.html": "a"}


def test_the_old_name_goes_before_the_new_one_comes(root: Path) -> None:
    """On a disk where case does not count, removing the old name later would remove the new file."""
    folders = Folders(root / OUT, root / STATE, root / STATE)
    for path in (folders.out / "Logo.PNG", folders.out / "old.html", folders.state / "0"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(path.name)
    order: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "remove", lambda _root, path: order.append(f"- {path}"))
        patch.setattr(journal, "place", lambda _source, target: order.append(f"+ {Path(target).name}"))
        change = Change(
            frozenset(), frozenset({"logo.png"}), frozenset({"Logo.PNG", "old.html"}), Foreign((), ())
        )
        place_all(folders, change, {"logo.png": str(folders.state / "0")})
    assert order == ["- Logo.PNG", "+ logo.png", "- old.html"]


def test_what_a_fault_left_is_finished_without_clearing_what_was_placed(root: Path) -> None:
    (root / OUT).mkdir()
    (root / OUT / "logo.png").write_text("new")
    (root / "stage").mkdir()
    (root / "stage/1").write_text("page")
    placed = ((str(root / "stage/0"), "logo.png"), (str(root / "stage/1"), "a.html"))
    # "logo.png" is cleared by its own name, as a disk where case does not count would do.
    write_journal(
        root / "journal", Placing(out=str(root / OUT), placed=placed, removed=(), cleared=("logo.png",))
    )
    finish(root / "journal")
    assert site(root) == {"logo.png": "new", "a.html": "page"}


@POSIX
def test_a_link_to_the_content_is_seen_through(root: Path) -> None:
    (root / "public").symlink_to(root / "content")
    assert code_of(build(root, ONE)) == codes.OUTPUT_PLACE


@POSIX
def test_an_output_behind_a_link_is_published_where_it_leads(root: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (root / "public").symlink_to(tmp_path / "www")
    build(root, ONE)
    build(root, {**ONE, "index.html": "home 2"})
    assert (root / "public").is_symlink()
    assert (tmp_path / "www/index.html").read_text() == "home 2"


def test_a_folder_of_others_is_refused_until_it_is_adopted(root: Path) -> None:
    (root / OUT).mkdir()
    (root / OUT / "mine.txt").write_text("mine")
    (root / OUT / "index.html").write_text("old home")
    assert code_of(build(root, ONE)) == codes.OUTPUT_NOT_OURS
    assert site(root) == {"mine.txt": "mine", "index.html": "old home"}
    assert build(root, ONE, adopt=True) == Summary(4, 0, 0)
    assert site(root) == {**ONE, "mine.txt": "mine"}
    assert build(root, ONE) == Summary(0, 4, 0)


def test_an_empty_folder_is_taken(root: Path) -> None:
    (root / OUT).mkdir()
    (root / OUT / "Thumbs.db").write_text("")
    assert build(root, ONE) == Summary(4, 0, 0)


def test_a_manifest_that_leads_outside_is_not_believed(root: Path) -> None:
    build(root, ONE)
    (root / "victim.txt").write_text("x")
    (root / OUT / MANIFEST).write_text("casesite manifest 1\n../victim.txt\n")
    assert code_of(build(root, {"index.html": "home"})) == codes.OUTPUT_NOT_OURS
    assert (root / "victim.txt").exists()


@pytest.mark.usefixtures("way")
def test_a_foreign_file_where_a_page_must_be_is_named(root: Path) -> None:
    build(root, {"index.html": "home"})
    (root / OUT / "robots.txt").write_text("mine")
    assert build(root, {"index.html": "home 2", "robots.txt": "ours"}) == Problem(
        "", 0, 0, codes.OUTPUT_IN_THE_WAY, (("file", "robots.txt"),)
    )
    assert site(root) == {"index.html": "home", "robots.txt": "mine"}


@POSIX
@pytest.mark.usefixtures("way")
def test_a_link_put_in_a_folders_place_is_not_written_through(root: Path, tmp_path: Path) -> None:
    build(root, ONE)
    (tmp_path / "elsewhere").mkdir()
    (root / OUT / "new").symlink_to(tmp_path / "elsewhere")
    assert code_of(build(root, {**ONE, "new/page.html": "x"}, adopt=True)) == codes.OUTPUT_IN_THE_WAY
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "path",
    ["../x", "/x", "a//b", "a/../b", "a\\b", "C:x", "con.html", "a/b. ", "x" * 300, "a\nb", "", MANIFEST],
)
def test_a_name_that_not_every_system_can_hold_is_refused(path: str, root: Path) -> None:
    opened = open_output(OUT, STATE, root)
    assert isinstance(opened, Output)
    with opened as output:
        assert code_of(output.write(path, "d", b"x")) == codes.OUTPUT_NAME
        assert code_of(output.commit()) == codes.OUTPUT_NAME
    assert not (root / OUT).exists()


@POSIX
@pytest.mark.usefixtures("way")
def test_modes_are_open_to_readers_whatever_the_umask(root: Path) -> None:
    old = os.umask(0o077)
    try:
        build(root, ONE)
        build(root, {**ONE, "cases/a.html": "a2", "new/x.html": "x"})
    finally:
        os.umask(old)
    modes = {
        (path.is_dir(), stat.S_IMODE(path.stat().st_mode))
        for path in ((root / OUT), *(root / OUT).rglob("*"))
    }
    assert modes == {(True, 0o755), (False, 0o644)}


def test_copies_come_block_by_block_and_a_missing_source_is_named(root: Path) -> None:
    big = os.urandom(1_000_000)
    (root / "content/table.xlsx").write_bytes(big)
    opened = open_output(OUT, STATE, root)
    assert isinstance(opened, Output)
    with opened as output:
        assert output.copy("files/table.xlsx", "1", root / "content/table.xlsx", picture=False) is None
        assert isinstance(output.commit(), Summary)
    assert (root / OUT / "files/table.xlsx").read_bytes() == big
    again = open_output(OUT, STATE, root)
    assert isinstance(again, Output)
    with again as output:
        gone = output.copy("files/gone.xlsx", "1", root / "content/gone.xlsx", picture=False)
        assert gone == Problem(
            "content/gone.xlsx", 0, 0, file_codes.FILE_VANISHED, (("file", "content/gone.xlsx"),)
        )
        broken = output.copy("p.jpg", "1", root / "content/table.xlsx", picture=True)
        assert code_of(broken) == file_codes.PICTURE_DAMAGED
        assert isinstance(output.commit(), Problem)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_output_is_said_and_left(root: Path) -> None:
    build(root, ONE)
    (root / STATE).chmod(0o555)
    (root / STATE / "spare").chmod(0o555)
    try:
        assert code_of(build(root, {**ONE, "index.html": "2"})) == codes.OUTPUT_READ_ONLY
    finally:
        (root / STATE).chmod(0o755)
    assert site(root) == ONE


@pytest.mark.parametrize("name", ["record", "doubt", "spare"])
def test_notes_that_are_lost_cost_work_and_nothing_else(name: str, root: Path) -> None:
    build(root, ONE)
    build(root, {**ONE, "index.html": "2"})
    path = root / STATE / name
    if name == "record":
        path.write_bytes(path.read_bytes()[:-1])
    elif name == "doubt":
        path.touch()
    else:
        (path / "cases/a.html").unlink()
        path.rename(root / "elsewhere")
    for number in "345":
        pages = {**ONE, "index.html": number}
        assert isinstance(build(root, pages), Summary)
        assert site(root) == pages


def test_two_outputs_in_turn_do_not_take_each_others_trees(root: Path) -> None:
    for number in range(3):
        for out in (Path("public"), Path("public2")):
            pages = {"index.html": f"{out} {number}", "a.html": "a"}
            assert isinstance(build(root, pages, out=out), Summary)
            assert site(root, out) == pages


@pytest.mark.skipif(not MEMORY.is_dir(), reason="needs a second file system")
def test_an_output_on_another_file_system_is_staged_beside_it(root: Path) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as other:
        out = Path(other) / "www"
        assert isinstance(build(root, ONE, out=out), Summary)
        assert isinstance(build(root, {**ONE, "index.html": "2"}, out=out), Summary)
        assert site(root, out) == {**ONE, "index.html": "2"}
        assert sorted(path.name for path in Path(other).iterdir()) == [".www.casesite", "www"]
