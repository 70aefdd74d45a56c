"""Names found in sentences of the genre."""

import pytest

from casesite.chinese.names import Names, spans
from casesite.chinese.pinyin import words


def names(text: str) -> list[str]:
    cut = [word for word, _ in words(text)]
    return ["".join(cut[start:end]) for start, end in spans(cut)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("近年来，济宁市汶上县苑庄镇聚焦抓党建", ["济宁市", "汶上县", "苑庄镇"]),
        ("招募浙江省农科院、山东省农科院等科研院所", ["浙江省农科院", "山东省农科院"]),
        ("与齐鲁师范学院建立合作关系", ["齐鲁师范学院"]),
        ("汶上县委组织部和济宁市农业农村局", ["汶上县委组织部", "济宁市农业农村局"]),
        ("苑庄镇党委、王庄村党支部", ["苑庄镇党委", "王庄村党支部"]),
        ("他在莘县古云镇、单县和曹县调研", ["莘县", "古云镇", "单县", "曹县"]),
        ("在李家村试点，从赵楼村到孙家村", ["李家村", "赵楼村", "孙家村"]),
        ("重庆市长寿区凤城街道", ["重庆市", "长寿区", "凤城街道"]),
        ("引进鑫源农业科技有限公司", ["鑫源农业科技有限公司"]),
        ("中国农业银行汶上县支行", ["中国农业银行", "汶上县支行"]),
    ],
)
def test_places_and_organisations_with_a_proper_part(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "乡村、农村、全市、各县、片区、社区、本市、该村、我省、城市、地区、工作站",
        "整合21个村党组织、16个镇直部门、12家龙头企业和合作社资源",
        "带动全县9个镇街、37个村增收210万元，村集体和群众双增收",
        "推进强村带弱村，抓镇促村，走进村里，美丽乡村建设",
        "入户到村，驻村帮扶，以镇带村，产镇融合",
        "县委、市委、村党支部、镇党委、示范村、薄弱村、行政村、中心村、空心村",
        "文明城市、各市县区、城区、辖区、工业园区、科技局、教育局长",
        "成立合作社，办好学校，建设公司，格局、布局、客厅",
        "汶上有关镇、重点镇，走访部分街道",
        "老村长和全体党员在村史馆",
        "",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert names(text) == []


def test_terms_run_from_the_longest() -> None:
    assert Names.of(["汶上", "汶上县", "汶", "AI", "汶上"]).terms == ("汶上县", "汶上")
