"""The command line: one module a command; `main` takes arguments and returns the exit code."""

import os
import sys
from collections.abc import Sequence

from casesite.commands.parser import UsageError, language_of, parse
from casesite.messages.code import Language
from casesite.messages.interface import say

DONE, USAGE, BUG, INTERRUPTED, UNREAD = 0, 2, 3, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 done, 1 problems, 2 wrong usage, 3 a bug, 130 interrupted, 141 unread."""
    _never_fail_to_print()
    given = list(sys.argv[1:] if arguments is None else arguments)
    language = language_of(given)
    try:
        code = _run(given, language)
    except BrokenPipeError:
        code = UNREAD
    for lost in _flushed():
        code = UNREAD if isinstance(lost, BrokenPipeError) else _fault(lost, language)
    return code


def _run(given: Sequence[str], language: Language) -> int:
    """Run one command and return its exit code. Raises `BrokenPipeError` when what it says is not read on."""
    try:
        call = parse(given)
        return DONE if call is None else call.run(call.values)
    except UsageError as wrong:
        print(wrong, file=sys.stderr)
        return USAGE
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] == "casesite":
            return _fault(missing, language)
        print(say("package-missing", language, name=missing.name, python=sys.executable), file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print(say("stopped", language), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as fault:  # noqa: BLE001 — the one place where a bug becomes a sentence
        return _fault(fault, language)


def console() -> None:
    """Run as the installed program `casesite`."""
    raise SystemExit(main())


def _fault(fault: Exception, language: Language) -> int:
    from casesite.commands.fault import report_fault

    print(report_fault(fault, language), file=sys.stderr)
    return BUG


def _flushed() -> list[OSError]:
    """Write what is still held back, and return what kept it from being written.

    Such a stream leads nowhere from then on: the interpreter would complain of it once more as it ends.
    """
    lost: list[OSError] = []
    for stream in filter(None, (sys.stderr, sys.stdout)):
        try:
            stream.flush()
        except OSError as fault:
            lost.append(fault)
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return lost


def _never_fail_to_print() -> None:
    """Let characters that the console's code page lacks become `?` instead of an exception."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
