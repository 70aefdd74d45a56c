"""Runs as `python -m casesite`."""

from casesite.commands import main

if __name__ == "__main__":
    raise SystemExit(main())
