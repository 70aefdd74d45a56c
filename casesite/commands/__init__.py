"""The command line: one module a command; `main` takes arguments and returns the exit code."""

import sys
from collections.abc import Sequence

from casesite.commands.parser import UsageError, parse
from casesite.messages.interface import say

DONE, PROBLEMS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 done, 1 problems, 2 wrong usage, 3 a bug, 130 interrupted."""
    _never_fail_to_print()
    try:
        call = parse(list(sys.argv[1:] if arguments is None else arguments))
        if call is None:
            return DONE
    except UsageError as wrong:
        print(wrong, file=sys.stderr)
        return USAGE
    try:
        return call.run(call.values)
    except UsageError as wrong:
        print(wrong, file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        print(say("stopped", call.values.lang), file=sys.stderr)
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001 — the one place where a bug becomes a sentence
        from casesite.commands.fault import report_fault

        print(report_fault(fault, call.values.lang), file=sys.stderr)
        return BUG


def console() -> None:
    """Run as the installed program `casesite`."""
    raise SystemExit(main())


def _never_fail_to_print() -> None:
    """Let characters that the console's code page lacks become `?` instead of an exception."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
