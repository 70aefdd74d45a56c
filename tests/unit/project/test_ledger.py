"""What is remembered comes back whole or not at all."""

from pathlib import Path

from casesite.model.case import Card, Details, Figure
from casesite.model.problem import Problem
from casesite.model.shown import shown
from casesite.project.ledger import FILE, KnownCase, Ledger, load, save
from casesite.project.signing import Signed


def sample() -> Ledger:
    card = Card(
        id="a",
        path="content/cases/a.md",
        title="断桥",
        date="2024-08-20",
        figures=(Figure("f", "资金", "3"),),
    )
    details = Details(title_xml="断桥")
    problem = Problem("content/cases/a.md", 2, 1, "field-unknown", (("field", "titel"),), "titel: 断桥")
    return Ledger(
        version="1.0+abc",
        started=7,
        signed={"content/cases/a.md": Signed("content/cases/a.md", 1, 2, 3, 4, "d")},
        cases={"key": KnownCase(card, details, "body", shown(card, details), (problem,))},
    )


def test_a_ledger_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    save(tmp_path / "state", sample())
    loaded = load(tmp_path / "state", "1.0+abc")
    assert loaded.state == "known"
    assert loaded.ledger == sample()


def test_a_ledger_of_another_version_is_thrown_away(tmp_path: Path) -> None:
    save(tmp_path, sample())
    loaded = load(tmp_path, "1.1")
    assert (loaded.state, loaded.ledger) == ("version", Ledger(version="1.1"))


def test_the_first_build_knows_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "1").state == "new"


def test_every_damage_is_noticed(tmp_path: Path) -> None:
    save(tmp_path, sample())
    whole = (tmp_path / FILE).read_bytes()
    for place in range(len(whole)):
        (tmp_path / FILE).write_bytes(whole[:place] + bytes((whole[place] ^ 1,)) + whole[place + 1 :])
        assert load(tmp_path, "1.0+abc").state == "damaged", place
    for length in range(len(whole)):
        (tmp_path / FILE).write_bytes(whole[:length])
        assert load(tmp_path, "1.0+abc").state == "damaged", length


def test_saving_leaves_one_file(tmp_path: Path) -> None:
    save(tmp_path, sample())
    save(tmp_path, sample())
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
