"""An artifact's digest changes with what its bytes depend on, and with nothing else."""

import os
import subprocess
import sys

from msgspec.structs import replace

from casesite.model.artifact import Copy
from casesite.outputs import digest
from tests.unit.outputs.factory import THEME

INPUTS = Copy("content/a.jpg", "1", picture=True)


def test_equal_inputs_have_one_digest_whatever_the_path() -> None:
    one = digest.artifact("a", "copy", INPUTS, theme=None)
    assert digest.artifact("b", "copy", INPUTS, theme=None, source="content/a.jpg").digest == one.digest
    assert len(one.digest) == 32


def test_inputs_kind_theme_and_version_all_count() -> None:
    other_theme = replace(THEME, digest="d2")
    digests = {
        digest.artifact("a", "x/y", INPUTS, theme=THEME).digest,
        digest.artifact("a", "x/z", INPUTS, theme=THEME).digest,
        digest.artifact("a", "x/y", INPUTS, theme=other_theme).digest,
        digest.artifact("a", "x/y", INPUTS, theme=None).digest,
        digest.artifact("a", "x/y", INPUTS, theme=None, version="lib 2").digest,
        digest.artifact("a", "x/y", replace(INPUTS, digest="2"), theme=THEME).digest,
    }
    assert len(digests) == 6


def test_no_order_of_hashes_or_keys_shows() -> None:
    code = "from casesite.outputs import digest; print(digest.of(({'b': 1, 'a': 2}, frozenset('xyz'))))"
    runs = {
        subprocess.run(  # our own interpreter
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
    assert digest.of({"a": 1, "b": 2}) == digest.of({"b": 2, "a": 1})
