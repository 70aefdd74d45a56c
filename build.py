"""Builds the showcase: `python build.py [PROJECT] [options]` is `casesite build` and nothing more."""

import sys

from casesite.commands import main

if __name__ == "__main__":
    raise SystemExit(main(["build", *sys.argv[1:]]))
