"""Builds the showcase: `python build.py [PROJECT] [options]` is `casesite build` and nothing more."""

import sys

try:
    from casesite.commands import main
except ModuleNotFoundError as missing:
    print(f"缺少软件包 {missing.name} / a package is missing. 请在本文件夹运行 / run in this folder:")
    print(f"  {sys.executable} -m pip install .")
    raise SystemExit(2) from None

if __name__ == "__main__":
    raise SystemExit(main(["build", *sys.argv[1:]]))
