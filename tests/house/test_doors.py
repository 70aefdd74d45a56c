"""The house has few doors: who opens files, reads clocks, makes sockets, starts programs or draws lots."""

import ast
from collections.abc import Iterator
from typing import Final

from tests.house.sources import imported, modules

DOORS: Final = ("project", "serving", "commands")
WORKSHOPS: Final = {
    "chinese/compile_idioms",
    "chinese/compile_slugs",
    "chinese/compile_telling",
    "chinese/lexicon/compile",
    "chinese/lexicon/compile_heteronyms",
    *("chinese/polyphones/corpus", "chinese/polyphones/labels", "chinese/polyphones/train"),
}
"""Programs that make the package's own data; no build runs them."""

_MODULES: Final = {
    *("asyncio", "ctypes", "fcntl", "ftplib", "glob", "http.client", "http.server", "multiprocessing"),
    *("os.path", "pickle", "random", "secrets", "select", "shelve", "shutil", "smtplib", "socket"),
    *("socketserver", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib.request"),
    *("uuid.uuid1", "uuid.uuid4", "webbrowser"),
}
_CALLS: Final = {"open", "input", "breakpoint", "eval", "exec"}
_METHODS: Final = {
    *("read_text", "read_bytes", "write_text", "write_bytes", "unlink", "rmdir", "mkdir", "touch", "iterdir"),
    *("glob", "rglob", "exists", "is_file", "is_dir", "stat", "cwd", "home", "expanduser"),
    *("now", "today", "utcnow", "fromtimestamp", "getenv", "environ"),
}


def test_only_the_rooms_with_doors_touch_the_world() -> None:
    assert not sorted(
        (name, door)
        for name, tree in modules()
        if name.split("/")[0] not in DOORS and name not in WORKSHOPS
        for door in _doors(tree)
    )


def test_the_server_opens_no_other_door_than_its_own() -> None:
    """It reads the built site and answers; it starts no program and asks no other machine."""
    wanted = {"subprocess", "urllib.request", "http.client", "smtplib", "ftplib", "tempfile", "shutil"}
    assert not {
        (name, other)
        for name, tree in modules()
        if name.startswith("serving")
        for other in imported(tree)
        if other in wanted
    }


def test_nothing_is_pickled_anywhere() -> None:
    """Data that runs as code when it is read has no place beside a folder that editors pass around."""
    wanted = {"pickle", "marshal", "shelve", "dill", "cloudpickle"}
    assert not {(name, other) for name, tree in modules() for other in imported(tree) if other in wanted}


def _doors(tree: ast.Module) -> Iterator[str]:
    yield from (other for other in imported(tree) if other in _MODULES)
    own = _package_data(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
            yield f"{node.func.id}() on line {node.lineno}"
        if isinstance(node, ast.Attribute) and node.attr in _METHODS and node not in own:
            yield f".{node.attr} on line {node.lineno}"


def _package_data(tree: ast.Module) -> set[ast.AST]:
    """Return the `files(…).joinpath(…).read_text` of the package's own data, which is part of the program."""
    return {
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"read_text", "read_bytes"}
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value).startswith("files(")
    }
