"""Where the project is and what time it is, as the caller says or as things stand."""

import datetime as dt
from pathlib import Path

import pytest

from casesite.commands.parser import UsageError, Values
from casesite.commands.place import day_of, now_of, project_of
from casesite.model.settings import Settings


def values(**given: str | None) -> Values:
    made = Values()
    for name, value in {"lang": "en", "project": None, "folder": None, "now": None, **given}.items():
        setattr(made, name, value)
    return made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out a project."""
    root = tmp_path / "site"
    (root / "content" / "cases").mkdir(parents=True)
    (root / "content" / "site.yaml").write_bytes("title: 案例库\n".encode())
    return root


@pytest.mark.parametrize("below", ["", "content", "content/cases"])
def test_the_project_is_the_one_around_the_caller(
    below: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / below)
    assert project_of(values()) == project


@pytest.mark.parametrize("name", ["project", "folder"])
def test_a_project_that_is_named_wins(name: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    found = project_of(values(**{name: "site"}))
    assert found == project
    assert found.is_absolute()


@pytest.mark.parametrize("name", ["project", "folder"])
def test_a_named_folder_without_a_project_is_no_reason_to_look_elsewhere(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    with pytest.raises(UsageError, match="elsewhere"):
        project_of(values(**{name: "elsewhere"}))


def test_nowhere_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as wrong:
        project_of(values())
    assert len(str(wrong.value).splitlines()) == 2, "what is missing, and how one begins"


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2024-08-20", "2024-08-19T16:00:00Z"),
        ("2024-8-1", "2024-07-31T16:00:00Z"),
        ("2024-08-20 09:30", "2024-08-20T01:30:00Z"),
        ("2024-08-20T09:30:15", "2024-08-20T01:30:15Z"),
        ("2024-08-20T09:30:00Z", "2024-08-20T09:30:00Z"),
        ("2024-08-20T09:30:00+09:00", "2024-08-20T00:30:00Z"),
    ],
)
def test_a_given_time_is_beijings_unless_it_has_an_offset(given: str, moment: str) -> None:
    assert now_of(values(now=given)) == moment


@pytest.mark.parametrize("given", ["", "tomorrow", "2024-13-01", "2024-02-30", "8/20"])
def test_a_time_that_is_none(given: str) -> None:
    with pytest.raises(UsageError):
        now_of(values(now=given))


@pytest.mark.parametrize("epoch", ["0", "1700000000"])
def test_a_reproducible_build_has_its_time_from_outside(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    expected = dt.datetime.fromtimestamp(int(epoch), dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert now_of(values()) == expected
    assert now_of(values(now="2024-08-20T00:00:00Z")) == "2024-08-20T00:00:00Z"


@pytest.mark.parametrize(
    ("zone", "day"), [("+08:00", "2024-08-20"), ("+00:00", "2024-08-19"), ("-05:00", "2024-08-19")]
)
def test_the_day_is_that_of_the_site(zone: str, day: str) -> None:
    assert day_of("2024-08-19T16:30:00Z", Settings(title="案例库", timezone=zone)) == day
