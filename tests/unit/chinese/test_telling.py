"""Telling words: what a text is about."""

from importlib.resources import files

from casesite.chinese import telling, terms
from casesite.chinese.compile_telling import compiled

SHIPPED = files("casesite.chinese").joinpath("data/telling.txt").read_text("utf-8")


def words(title: str, *texts: str, apart: tuple[str, ...] = ()) -> dict[str, int]:
    fields = [("heading" if text.startswith("# ") else "text", text) for text in texts]
    found = telling.unpack(telling.telling(pack(title, fields), apart))
    return {telling.word(term): weight for term, weight in found.items()}


def pack(title: str, blocks: list[tuple[str, str]]) -> bytes:
    return terms.pack([("title", title)], blocks).data


def test_the_shipped_file_is_what_the_script_makes() -> None:
    assert compiled() == SHIPPED


def test_words_of_the_title_come_first_then_those_that_come_often() -> None:
    text = "核桃熟了，玫瑰开了，玫瑰卖了，玫瑰谢了。"
    assert list(words("小区的电梯", text))[:3] == ["小区", "电梯", "玫瑰"]
    assert words("小区的电梯", text)["核桃"] < words("", "# 核桃", text)["核桃"]


def test_a_pair_across_two_words_or_inside_a_longer_one_is_no_word() -> None:
    assert not {"和服", "来水", "自来"} & words("产品和服务", "自来水通了，来水大了。").keys()
    assert "和服" not in words("", "农产品和服务都好。" * 5)


def test_set_phrases_and_words_of_every_case_tell_nothing() -> None:
    text = (
        "我们深入学习贯彻习近平新时代中国特色社会主义思想，坚持以人民为中心的发展思想，切实把党的政治优势、"
        "组织优势转化为发展优势，推动乡村振兴取得了新成效，群众的获得感、幸福感、安全感不断增强。"
    )
    assert words("党建引领基层治理", text * 5, "# 党员干部带头，村民群众参与") == {}


def test_names_that_are_compared_by_themselves_are_left_out() -> None:
    assert words("泰山的核桃").keys() == {"泰山", "核桃"}
    assert list(words("泰山的核桃", apart=("山东省", "泰山区"))) == ["核桃"]


def test_the_heavy_ones_are_those_of_at_least_that_weight() -> None:
    data = telling.telling(pack("小区的电梯", [("text", "玫瑰开了，核桃熟了。")]))
    weights = telling.unpack(data)
    for least in (1, 20, 30, 100):
        assert telling.heavier(data, least) == tuple(
            term for term, weight in weights.items() if weight >= least
        )


def test_no_more_than_a_few_are_kept_and_the_order_of_paragraphs_is_nothing() -> None:
    names = [line.partition(" ")[2] for line in SHIPPED.splitlines()]
    text = [("text", f"{each[at : at + 2]}。") for each in names for at in range(0, 40, 2)]
    assert len(telling.unpack(telling.telling(pack("", text)))) == telling.MOST
    assert telling.telling(pack("", text)) == telling.telling(pack("", text[::-1]))


def test_other_writings_have_none() -> None:
    assert words("Bridges", "A village mends its bridge. 𠮷𠮷 ｶﾅ 2024") == {}
    assert telling.unpack(b"") == {}
