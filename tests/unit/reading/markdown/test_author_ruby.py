"""Readings that authors write: what the page shows above the word, and what is reported."""

import re

import pytest

from tests.unit.reading.markdown.test_fixtures import read


@pytest.mark.parametrize(
    ("text", "shown", "reported"),
    [
        ("{重庆|chóng qìng}", "chóng qìng", ""),
        ("{重庆|chóng|qìng}", "chóng qìng", ""),
        ("{重庆|Chóng Qìng}", "Chóng Qìng", ""),
        ("{西安|xī'ān}", "xī ān", ""),
        ("{桌子|zhuō zi}和{子|zi}", "zhuō zi zi", ""),
        ("{不是|bú shì}{你好|ní hǎo}", "bú shì ní hǎo", ""),
        ("{六安|lù ān}{东阿|dōng ē}{区|ōu}", "lù ān dōng ē ōu", ""),
        # letters as keyboards and programs make them
        ("{重庆|cho\u0301ng qi\u0300ng}", "chóng qìng", ""),
        ("{女|nv\u030c}{重庆|chónɡ qìnɡ}", "nǚ chóng qìng", ""),
        # rare characters, variants, what no text may hold
        ("{𰻞|biáng}{𠮷|jí}", "biáng jí", ""),
        ("{葛\U000e0100城|gě chéng}", "gě chéng", ""),
        ("{重\ud800庆|chóng qìng}", "chóng qìng", "1:3 control-character"),
        ("{重\u0301庆|chóng qìng}", "", "1:1 ruby-word"),
        # no syllables
        ("到{重庆|chóng qíngg}", "", "1:2 ruby-syllable {重庆|chóng qìng}"),
        ("{重庆|chong2 qing4}", "", "1:1 ruby-syllable {重庆|chóng qìng}"),
        ("{行长|háng zhangg}", "", "1:1 ruby-syllable {行长|háng zhǎng}"),
        ("{重庆|重 庆}", "", "1:1 ruby-syllable {重庆|chóng qìng}"),
        # syllables, but not of these characters
        ("{重庆|chóng qīng}", "chóng qīng", "1:1 ruby-reading {重庆|chóng qìng}"),
        ("{重庆|qìng chóng}", "qìng chóng", "1:1 ruby-reading {重庆|chóng qìng}"),
        ("{重庆|chong qing}", "chong qing", "1:1 ruby-reading {重庆|chóng qìng}"),
        ("一\n二{村|chūn}", "chūn", "2:2 ruby-reading {村|cūn}"),
        # too many or too few
        ("{重庆|chóngqìng}", "", "1:1 ruby-count"),
        ("{重庆|chóng}", "", "1:1 ruby-count"),
        ("{重庆|chóng qìng shì}", "", "1:1 ruby-count"),
        ("{重庆|}", "", "1:1 ruby-count"),
        # in a table
        ("| 名 |\n|--|\n| {重庆\\|chóng qìng} |", "chóng qìng", ""),
        ("| 名 |\n|--|\n| {重庆\\|chóng qíngg} |", "", "3:3 ruby-syllable {重庆\\|chóng qìng}"),
        ("| 名 |\n|--|\n| {重庆|chóng qìng} |", "", "3:3 ruby-in-table {重庆\\|chóng qìng}"),
    ],
)
def test_a_reading_is_shown_or_reported_with_its_cure(text: str, shown: str, reported: str) -> None:
    markdown = read(text)
    assert " ".join(re.findall(r"<rt[^>]*>(.*?)</rt>", markdown.body.xml)) == shown
    problems = [
        f"{problem.line - 9}:{problem.column} {problem.code} "
        + (dict(problem.values).get("fixed", "") or dict(problem.values).get("cure", ""))
        for problem in markdown.problems
    ]
    assert "\n".join(problems).strip() == reported
