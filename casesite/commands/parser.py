"""Arguments to a call: each command declares its options in its own module, imported when it is asked for."""

import argparse
import importlib
import locale
import os
import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, NoReturn, Protocol

from casesite import __version__
from casesite.messages.code import Language
from casesite.messages.interface import say

COMMANDS: Final = {
    "build": "casesite.commands.build",
    "check": "casesite.commands.check",
    "serve": "casesite.commands.serve",
    "new": "casesite.commands.new",
    "import": "casesite.commands.intake",
    "pinyin": "casesite.commands.pinyin",
}


_UNKNOWN: Final = re.compile(r"unrecognized arguments: (.+)", re.DOTALL)
_COMPLAINTS: Final = (
    (re.compile(r"the following arguments are required: (?P<found>.+)"), "argument-missing"),
    (
        re.compile(
            r"argument (?P<option>\S+): invalid choice: (?P<found>.+) \(choose from (?P<choices>.+)\)"
        ),
        "argument-choice",
    ),
    (re.compile(r"argument (?P<option>\S+): expected (?:one|at least one) argument"), "argument-value"),
    (re.compile(r"argument (?P<option>\S+): ignored explicit argument (?P<found>.+)"), "argument-none"),
)
"""What argparse complains of, in the wording of every Python from 3.11 on."""


class UsageError(Exception):
    """What the caller typed cannot be understood; the text says what and where to look."""


class Values(argparse.Namespace):
    """The values of the options that every command has."""

    lang: Language
    project: str | None


class Call(NamedTuple):
    """A command with its values; `run` returns the exit code."""

    run: Callable[[Values], int]
    values: Values


class Command(Protocol):
    """A command's module."""

    def configure(self, parser: "Parser") -> None:
        """Declare the command's options."""

    def run(self, values: Values) -> int:
        """Do the command."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose help and complaints are in the caller's language."""

    def __init__(self, program: str, description: str, language: Language) -> None:
        super().__init__(
            prog=program,
            description=say(description, language),
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        self.language: Language = language
        self._optionals.title = say("options", language)
        self.add_argument("-h", "--help", action="help", help=say("help", language))
        self.option("--lang", "lang", choices=("zh", "en"), default=language)

    def option(
        self,
        flag: str,
        word: str,
        *,
        default: str | None = None,
        choices: Sequence[str] | None = None,
        metavar: str | None = None,
    ) -> None:
        """Add an option that takes a value."""
        self.add_argument(
            flag, help=say(word, self.language), default=default, choices=choices, metavar=metavar
        )

    def switch(self, flag: str, word: str) -> None:
        """Add an option that is there or not."""
        self.add_argument(flag, help=say(word, self.language), action="store_true")

    def project_argument(self, *, positional: bool = True) -> None:
        """Add where the project is: as `--project`, and as the first argument where that is free."""
        self.option("--project", "project", metavar="DIR")
        if positional:
            self.add_argument("folder", nargs="?", metavar="PROJECT", help=say("project", self.language))

    def error(self, message: str) -> NoReturn:
        """Raise the complaint instead of leaving the process."""
        raise UsageError(
            say("usage-wrong", self.language, detail=_said(message, self.language))
            + "\n"
            + say("usage-see", self.language, command=self.prog)
        )


def _said(message: str, language: Language) -> str:
    """Return argparse's complaint in the caller's own words; as it is, when it is none that we know."""
    unknown = _UNKNOWN.fullmatch(message)
    if unknown:
        word = "argument-unknown" if unknown[1].startswith("-") else "argument-more"
        return say(word, language, found=unknown[1])
    for form, word in _COMPLAINTS:
        found = form.fullmatch(message)
        if found:
            return say(
                word, language, **{key: value.replace("'", "") for key, value in found.groupdict().items()}
            )
    return message


def parse(arguments: Sequence[str]) -> Call | None:
    """Return the call that the arguments ask for; `None` when help or the version was shown."""
    language = language_of(arguments)
    rest = _without_language(arguments)
    if not rest or rest[0] in {"-h", "--help"}:
        print(_overview(language))
        return None
    if rest[0] == "--version":
        print(f"casesite {__version__}")
        return None
    name = rest[0]
    if name not in COMMANDS:
        raise UsageError(
            say("usage-wrong", language, detail=name) + "\n" + say("usage-see", language, command="casesite")
        )
    command: Command = importlib.import_module(COMMANDS[name])
    parser = Parser(f"casesite {name}", name, language)
    command.configure(parser)
    values = Values()
    try:
        parser.parse_args(rest[1:], namespace=values)
    except SystemExit:  # argparse leaves after showing help
        return None
    values.lang = language
    return Call(command.run, values)


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language asked for by `--lang`, else English when the locale is, else Chinese."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in {"zh", "en"}:
            return "zh" if value == "zh" else "en"
    setting = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    if setting is None:
        setting = locale.getlocale()[0] or ""
    return "en" if setting.lower().startswith("en") else "zh"


def _without_language(arguments: Sequence[str]) -> list[str]:
    """Drop a `--lang` that stands before the command."""
    rest = list(arguments)
    while rest and (rest[0] == "--lang" or rest[0].startswith("--lang=")):
        rest = rest[2:] if rest[0] == "--lang" else rest[1:]
    return rest


def _overview(language: Language) -> str:
    lines = [
        f"casesite {__version__}: {say('about', language)}",
        "",
        f"{say('usage', language)}: casesite COMMAND [PROJECT] [--lang zh|en] …",
        "",
        f"{say('commands', language)}:",
        *(f"  {name:8} {say(name, language)}" for name in COMMANDS),
        "",
        say("usage-see", language, command="casesite COMMAND"),
    ]
    return "\n".join(lines)
