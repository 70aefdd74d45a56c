"""Each library has one home, so that it can be replaced in one place."""

import ast
import re
import sys
import tomllib
from typing import Final

from tests.house.sources import REPOSITORY, imported, modules

HOMES: Final = {
    "jinja2": "outputs/templates",
    "markupsafe": "outputs/templates",
    "markdown_it": "reading/markdown",
    "mdit_py_plugins": "reading/markdown",
    "yaml": "reading/marked_yaml",
    "pypinyin": "chinese/lexicon/compile",
    "watchdog": "project/watch",
    "rich": "commands",
}
"""Where each may be imported: a module, or a folder with all below it."""

EVERYWHERE: Final = {"msgspec"}
"""`Struct` is how this house writes a frozen value; msgspec's codecs have homes of their own."""

CODECS: Final = {
    "model/shown",  # digests of what outputs show of a case
    "outputs/digest",  # over an artifact's inputs
    "pipeline/library",  # bodies in the pack
    "pipeline/reading",  # what reads, on its way to another process
    "project",  # the ledger and the record of the output
}


def test_each_library_is_imported_in_its_home_only() -> None:
    strangers = {
        (name, top)
        for name, tree in modules()
        for top in {other.partition(".")[0] for other in imported(tree)}
        if top in HOMES and not _lies_in(name, HOMES[top])
    }
    assert not strangers


def test_no_other_library_is_imported() -> None:
    known = HOMES.keys() | EVERYWHERE | {"casesite"} | sys.stdlib_module_names
    assert not {
        (name, other)
        for name, tree in modules()
        for other in imported(tree)
        if other.partition(".")[0] not in known
    }


def test_values_are_encoded_and_decoded_in_few_places() -> None:
    assert not {
        name for name, tree in modules() if _codes(tree) and not any(_lies_in(name, home) for home in CODECS)
    }


def test_every_declared_library_is_used() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[^\w-]", one)[0].lower() for one in project["dependencies"]}
    imports = {"pyyaml": "yaml", "markdown-it-py": "markdown_it", "mdit-py-plugins": "mdit_py_plugins"}
    used = {other.partition(".")[0] for _, tree in modules() for other in imported(tree)}
    assert {imports.get(name, name) for name in names} <= used


def _lies_in(name: str, home: str) -> bool:
    return name == home or name.startswith(home + "/")


def _codes(tree: ast.Module) -> bool:
    """Say whether a module uses more of msgspec than its structs."""
    whole = {"json", "msgpack", "yaml", "toml", "convert", "to_builtins"}
    return any(
        (isinstance(node, ast.Attribute) and ast.unparse(node.value) == "msgspec" and node.attr in whole)
        or (
            isinstance(node, ast.ImportFrom)
            and node.module is not None
            and node.module.partition(".")[0] == "msgspec"
            and not {node.module.rpartition(".")[2], *(one.name for one in node.names)}.isdisjoint(whole)
        )
        for node in ast.walk(tree)
    )
