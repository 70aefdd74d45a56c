"""A place is found by its path or by any part that names it alone."""

import pytest

from casesite.model.vocabulary import Region
from casesite.reading.regions import Regions, parts_of

TREE = Regions.of(
    tuple(
        Region(tuple(path.split("/")), aliases)
        for path, aliases in [
            ("山东省", ("鲁",)),
            ("山东省/济宁市", ("济宁地区",)),
            ("山东省/济宁市/汶上县", ()),
            ("山东省/济宁市/汶上县/苑庄镇", ()),
            ("山东省/济宁市/汶上县/次邱镇", ()),
            ("山东省/济宁市/金乡县", ()),
            ("山东省/济宁市/金乡县/次邱镇", ()),
            ("吉林省", ()),
            ("吉林省/吉林市", ()),
            ("广西壮族自治区", ()),
            ("河南省/南阳市/方城县/县", ()),
        ]
    )
)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("山东省/济宁市/汶上县/苑庄镇", ["山东省/济宁市/汶上县/苑庄镇"]),
        ("苑庄镇", ["山东省/济宁市/汶上县/苑庄镇"]),
        ("苑庄", ["山东省/济宁市/汶上县/苑庄镇"]),
        ("济宁", ["山东省/济宁市"]),
        ("济宁地区", ["山东省/济宁市"]),
        ("鲁", ["山东省"]),
        ("济宁/苑庄镇", ["山东省/济宁市/汶上县/苑庄镇"]),
        ("金乡/次邱", ["山东省/济宁市/金乡县/次邱镇"]),
        ("山东省济宁市汶上县", ["山东省/济宁市/汶上县"]),
        ("济宁汶上县次邱镇", ["山东省/济宁市/汶上县/次邱镇"]),
        ("山东省 济宁市", ["山东省/济宁市"]),
        ("山东省 > 济宁市", ["山东省/济宁市"]),
        ("山东省／济宁市", ["山东省/济宁市"]),
        ("广西", ["广西壮族自治区"]),
        ("吉林省", ["吉林省"]),
        ("吉林市", ["吉林省/吉林市"]),
        ("吉林", ["吉林省", "吉林省/吉林市"]),
        ("次邱镇", ["山东省/济宁市/汶上县/次邱镇", "山东省/济宁市/金乡县/次邱镇"]),
        ("济宁/次邱镇", ["山东省/济宁市/汶上县/次邱镇", "山东省/济宁市/金乡县/次邱镇"]),
        ("吉林省/济宁市", []),
        ("济宁市/山东省", []),
        ("断桥镇", []),
        ("/", []),
    ],
)
def test_places(written: str, found: list[str]) -> None:
    assert ["/".join(path) for path in TREE.find(parts_of(written))] == found


@pytest.mark.parametrize(
    ("written", "meant"),
    [("济宁巿", "山东省/济宁市"), ("吉林省/苑庄镇", "山东省/济宁市/汶上县/苑庄镇"), ("东京", "")],
)
def test_the_nearest_place(written: str, meant: str) -> None:
    assert TREE.nearest(parts_of(written)) == meant
