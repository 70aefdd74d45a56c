"""Dates, moments and periods as editors write them."""

import pytest

from casesite.reading import dates


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-08-20", "2024-08-20"),
        ("2024-8-2", "2024-08-02"),
        ("2024/08/20", "2024-08-20"),
        ("2024.8.20", "2024-08-20"),
        ("20240820", "2024-08-20"),
        ("2024年8月20日", "2024-08-20"),
        ("2024 年 8 月 20 日", "2024-08-20"),
        ("２０２４－０８－２０", "2024-08-20"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", "field-no-such-date"),
        ("2024-02-30", "field-no-such-date"),
        ("2024-13-01", "field-no-such-date"),
        ("2024-00-01", "field-no-such-date"),
        ("0000-01-01", "field-no-such-date"),
        ("2024-08", "field-not-date"),
        ("2024", "field-not-date"),
        ("24-08-20", "field-not-date"),
        ("2024-08-20 12:30", "field-not-date"),
        ("昨天", "field-not-date"),
        ("٢٠٢٤-٠٨-٢٠", "field-not-date"),
    ],
)
def test_date(written: str, iso: str) -> None:
    assert dates.date(written) == iso


@pytest.mark.parametrize(
    ("written", "timezone", "utc"),
    [
        ("2024-08-20 08:00", "+08:00", "2024-08-20T00:00:00Z"),
        ("2024-08-20T07:59:58", "+08:00", "2024-08-19T23:59:58Z"),
        ("2024-08-20", "+08:00", "2024-08-19T16:00:00Z"),
        ("2024-08-20", "-05:00", "2024-08-20T05:00:00Z"),
        ("2024-08-20T08:00:00Z", "+08:00", "2024-08-20T08:00:00Z"),
        ("2024-08-20 08:00 +09:00", "+08:00", "2024-08-19T23:00:00Z"),
        ("2024-08-20T08:00:00.123+0530", "+08:00", "2024-08-20T02:30:00Z"),
        ("2024年8月20日 8:05", "+08:00", "2024-08-20T00:05:00Z"),
        ("2024年8月20日8时5分", "+08:00", "2024-08-20T00:05:00Z"),
        ("2024-08-20　１２：３０", "+08:00", "2024-08-20T04:30:00Z"),
        ("2024-08-20 24:00", "+08:00", "field-no-such-time"),
        ("2024-08-20 08:60", "+08:00", "field-no-such-time"),
        ("0001-01-01 00:00", "+08:00", "field-no-such-time"),
        ("2024-02-30 08:00", "+08:00", "field-no-such-date"),
        ("2024-08-20 八点", "+08:00", "field-not-moment"),
        ("08:00", "+08:00", "field-not-moment"),
    ],
)
def test_moment(written: str, timezone: str, utc: str) -> None:
    assert dates.moment(written, timezone) == utc


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021/2024", "2021/2024"),
        ("2021-2024", "2021/2024"),
        ("2021—2024", "2021/2024"),
        ("2021年至2024年", "2021/2024"),
        ("2021-05/2024-08", "2021-05/2024-08"),
        ("2021年5月—2024年8月", "2021-05/2024-08"),
        ("2021.5.1/2021.8.20", "2021-05-01/2021-08-20"),
        ("2021年5月", "2021-05"),
        ("2021", "2021"),
        ("2024/08/20", "2024-08-20"),
        ("2021/", "2021/"),
        ("2021年至今", "2021/"),
        ("2024-05/2024", "2024-05/2024"),
        ("2024/2021", "field-period-order"),
        ("2024-09/2024-08", "field-period-order"),
        ("2021-13/2024", "field-not-period"),
        ("三年", "field-not-period"),
        ("/2024", "field-not-period"),
        ("2021/2022/2023", "field-not-period"),
    ],
)
def test_period(written: str, iso: str) -> None:
    assert dates.period(written) == iso


@pytest.mark.parametrize(
    ("written", "offset"),
    [
        ("+08:00", "+08:00"),
        ("+8", "+08:00"),
        ("UTC+8", "+08:00"),
        ("-0330", "-03:30"),
        ("Z", "+00:00"),
        ("Asia/Shanghai", "+08:00"),
        ("北京时间", "+08:00"),
        ("8", "field-not-timezone"),
        ("+25:00", "field-not-timezone"),
        ("+08:60", "field-not-timezone"),
    ],
)
def test_offset(written: str, offset: str) -> None:
    assert dates.offset(written) == offset
