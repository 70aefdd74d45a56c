"""Builds the showcase: `python build.py [PROJECT] [options]` is `casesite build` and nothing more."""

import sys

try:
    from casesite.commands import main
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"缺少软件包 {missing.name}。请在本文件夹运行 / A package is missing; in this folder, run: "
        "python -m pip install ."
    ) from None

if __name__ == "__main__":
    raise SystemExit(main(["build", *sys.argv[1:]]))
