"""What is typed becomes a call, in the caller's language, or a complaint that says where to look."""

import pytest

from casesite.commands.parser import COMMANDS, UsageError, language_of, parse
from casesite.messages.code import Language


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the caller's locale."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")


@pytest.mark.parametrize(
    ("arguments", "locale", "language"),
    [
        (["build"], "zh_CN.UTF-8", "zh"),
        (["build"], "en_GB.UTF-8", "en"),
        (["build"], "C.UTF-8", "zh"),
        (["build", "--lang", "en"], "zh_CN.UTF-8", "en"),
        (["--lang", "en", "build"], "zh_CN.UTF-8", "en"),
        (["--lang=zh", "build"], "en_GB.UTF-8", "zh"),
        (["build", "--lang=en"], "zh_CN.UTF-8", "en"),
        (["build", "--lang", "fr"], "en_GB.UTF-8", "en"),
        (["build", "--lang"], "zh_CN.UTF-8", "zh"),
    ],
)
def test_the_language(
    arguments: list[str], locale: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert language_of(arguments) == language


@pytest.mark.parametrize(
    "arguments", [["build", "--strict", "--lang", "en"], ["--lang=en", "build", "--strict"]]
)
def test_the_language_may_stand_before_or_after_the_command(arguments: list[str]) -> None:
    call = parse(arguments)
    assert call is not None
    assert (call.values.lang, vars(call.values)["strict"]) == ("en", True)


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"], ["--version"], ["build", "-h"]])
def test_help_is_no_call(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(arguments) is None
    assert "casesite" in capsys.readouterr().out


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    parse([])
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "named", "see"),
    [
        (["biuld"], "biuld", "casesite"),
        (["build", "--strcit"], "--strcit", "casesite build"),
        (["build", "--format", "xml"], "xml", "casesite build"),
        (["build", "--form", "json"], "--form", "casesite build"),
        (["build", "--lang", "fr"], "fr", "casesite build"),
        (["import"], "FILE", "casesite import"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_understood(arguments: list[str], named: str, see: str, language: str) -> None:
    with pytest.raises(UsageError) as wrong:
        parse(["--lang", language, *arguments])
    told = str(wrong.value)
    assert named in told
    assert see in told.splitlines()[-1]
