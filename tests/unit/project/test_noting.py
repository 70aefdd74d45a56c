"""Notes hold any name a disk may hold, and give it back."""

import msgspec
import pytest

from casesite.project import noting
from casesite.project.journal import Placing, Switch
from casesite.project.record import Record, Written

NAMES = ("index.html", "桥.html", "caf\udce9.txt", "\udcff\udcfe", "\ud800", "a\\udce9", "")


@pytest.mark.parametrize("name", NAMES)
def test_each_name_comes_back(name: str) -> None:
    record = Record(out=f"/{name}", outputs={"a": Written("d", 1, 2, 3)}, foreign=(name, "b"), live=1 << 60)
    assert noting.decode(noting.encode(record), Record) == record
    for work in (
        Switch(how="exchange", out=name, spare="b", aside="c"),
        Placing(out="a", placed=(("b", name),), removed=()),
    ):
        assert noting.decode(noting.encode(work), Switch | Placing) == work


@pytest.mark.parametrize("data", [b"", b"?", b"=", b"=\xc1", b"\\", b"\\\xc1", b"\\\x80\x80", b"=\x93\x01"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        noting.decode(data, Switch | Placing)
