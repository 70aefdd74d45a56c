"""Open data: cases.json with its schema, cases.csv, figures.csv: every public field of every public case."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from casesite.model.artifact import Artifact, Store
from casesite.model.case import Correction, Figure, Origin, Picture
from casesite.model.problem import Problem
from casesite.model.site import Entry, Site
from casesite.model.theme import Theme
from casesite.outputs import digest
from casesite.outputs.csv_table import csv_table
from casesite.outputs.data_schema import data_schema

_CASE_HEAD: Final = (
    ("id", "编号"),
    ("title", "标题"),
    ("title_en", "英文标题"),
    ("date", "日期"),
    ("updated", "更新日期"),
    ("issue", "期"),
    ("org", "单位"),
    ("region", "地区"),
    ("topics", "主题"),
    ("tags", "标签"),
    ("summary", "摘要"),
    ("summary_en", "英文摘要"),
    ("period", "实施时间"),
    ("authors", "作者"),
    ("source", "来源"),
    ("source_url", "来源网址"),
    ("source_date", "来源日期"),
    ("figures", "成效"),
    ("corrections", "更正"),
    ("featured", "推荐"),
    ("address", "网址"),
)
_FIGURE_HEAD: Final = (
    ("case", "案例编号"),
    ("title", "案例标题"),
    ("date", "日期"),
    ("region", "地区"),
    ("org", "单位"),
    ("id", "指标编号"),
    ("label", "指标"),
    ("value", "数值"),
    ("about", "约数"),
    ("unit", "单位（量）"),
    ("note", "说明"),
    ("sentence", "出处原句"),
    ("address", "网址"),
)


class Record(Struct, frozen=True, array_like=True):
    """The public fields of a case. What its body alone tells (words, headings) is not among them."""

    id: str
    address: str
    title: str
    title_en: str
    date: str
    updated: str
    issue: str
    org: str
    region: tuple[str, ...]
    topics: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str
    summary_en: str
    period: str
    authors: tuple[str, ...]
    source: Origin
    figures: tuple[Figure, ...]
    corrections: tuple[Correction, ...]
    attachments: tuple[tuple[str, int], ...]
    """Address and size in bytes of each."""
    cover: Picture | None
    """`path` is its address in the output."""
    related: tuple[str, ...]
    featured: bool
    fields: tuple[tuple[str, tuple[str, ...]], ...]


class Data(Struct, frozen=True, array_like=True):
    """All there is to write. `fields` are the site's own, as (key, label); `url` may be empty."""

    title: str
    url: str
    chinese: bool
    fields: tuple[tuple[str, str], ...]
    records: tuple[Record, ...]


def plan(site: Site, theme: Theme) -> Iterator[Artifact]:
    """Name the files."""
    del theme
    settings = site.settings
    data = Data(
        title=settings.title,
        url=settings.url,
        chinese=settings.language.startswith("zh"),
        fields=tuple((field.key, field.label) for field in settings.fields),
        records=tuple(_record(entry, site) for entry in site.entries),
    )
    shared = digest.of(data)
    for path, kind in (
        ("cases.json", "data/json"),
        ("cases.csv", "data/csv"),
        ("figures.csv", "data/figures"),
    ):
        yield digest.artifact(path, kind, data, theme=None, shared=shared)
    yield digest.artifact("cases.schema.json", "data/schema", data.fields, theme=None)


def render(artifact: Artifact, theme: Theme, store: Store) -> bytes | Problem:
    """Write one of the files."""
    del theme, store
    if artifact.kind == "data/schema":
        return data_schema(artifact.inputs)
    return {"data/json": _json, "data/csv": _csv, "data/figures": _figures}[artifact.kind](artifact.inputs)


def _record(entry: Entry, site: Site) -> Record:
    """Return the public fields of a case."""
    card, details = entry.card, entry.details
    places = site.addresses
    cover = card.cover and places.get(f"picture/{card.cover.path}")
    return Record(
        id=card.id,
        address=card.address,
        title=card.title,
        title_en=details.title_en,
        date=card.date,
        updated=max(card.updated, card.date),
        issue=entry.issue,
        org=card.org,
        region=card.region,
        topics=card.topics,
        tags=card.tags,
        summary=card.summary,
        summary_en=details.summary_en,
        period=details.period,
        authors=details.authors,
        source=details.source,
        figures=card.figures,
        corrections=details.corrections,
        attachments=tuple(
            (places[f"file/{path}"], site.assets[path].size)
            for path in details.attachments
            if f"file/{path}" in places and path in site.assets
        ),
        cover=Picture(cover, card.cover.alt) if cover and card.cover else None,
        related=tuple(one.id for one in entry.related),
        featured=card.featured,
        fields=card.fields,
    )


def _json(data: Data) -> bytes:
    """Write all cases as JSON with sorted keys, one case a line; figures are decimal numbers as text."""
    head = json.dumps({"title": data.title, "url": data.url}, ensure_ascii=False, sort_keys=True)
    lines = ",\n".join(
        json.dumps(_plain(record, data), ensure_ascii=False, sort_keys=True) for record in data.records
    )
    return f'{{"cases": [\n{lines}\n],\n"site": {head}}}\n'.encode()


def _plain(record: Record, data: Data) -> dict[str, object]:
    """Return a case as JSON holds it."""
    plain: dict[str, object] = {name: getattr(record, name) for name in Record.__struct_fields__}
    labels = dict(data.fields)
    return plain | {
        "address": _address(record, data),
        "source": {"name": record.source.name, "url": record.source.url, "date": record.source.date},
        "figures": [
            {name: getattr(figure, name) for name in Figure.__struct_fields__} for figure in record.figures
        ],
        "corrections": [{"date": one.date, "text": one.text} for one in record.corrections],
        "attachments": [{"address": address, "size": size} for address, size in record.attachments],
        "cover": {"address": record.cover.path, "alt": record.cover.alt} if record.cover else None,
        "fields": {key: list(values) for key, values in record.fields if key in labels},
    }


def _csv(data: Data) -> bytes:
    """Write a row a case; several values in a cell are parted by `；`."""
    head = [*_head(_CASE_HEAD, data), *(label or key if data.chinese else key for key, label in data.fields)]
    return csv_table([head, *(_row(record, data) for record in data.records)])


def _row(record: Record, data: Data) -> list[str]:
    """Return a case's cells."""
    own = dict(record.fields)
    return [
        record.id,
        record.title,
        record.title_en,
        record.date,
        record.updated,
        record.issue,
        record.org,
        "/".join(record.region),
        "；".join(record.topics),
        "；".join(record.tags),
        record.summary,
        record.summary_en,
        record.period,
        "；".join(record.authors),
        record.source.name,
        record.source.url,
        record.source.date,
        "；".join(f"{one.label} {_value(one)}" for one in record.figures),
        "；".join(f"{one.date} {one.text}" for one in record.corrections),
        "1" if record.featured else "",
        _address(record, data),
        *("；".join(own.get(key, ())) for key, _ in data.fields),
    ]


def _value(figure: Figure) -> str:
    """Return a figure as it is written: `3346余万元`, `超500户`."""
    after = figure.about == "余"
    return f"{'' if after else figure.about}{figure.value}{figure.about if after else ''}{figure.unit}"


def _figures(data: Data) -> bytes:
    """Write a row a figure."""
    rows = [
        [
            record.id,
            record.title,
            record.date,
            "/".join(record.region),
            record.org,
            one.id,
            one.label,
            one.value,
            one.about,
            one.unit,
            one.note,
            one.sentence,
            _address(record, data),
        ]
        for record in data.records
        for one in record.figures
    ]
    return csv_table([_head(_FIGURE_HEAD, data), *rows])


def _head(head: Iterable[tuple[str, str]], data: Data) -> list[str]:
    """Return a table's head in the site's language."""
    return [label if data.chinese else key for key, label in head]


def _address(record: Record, data: Data) -> str:
    """Return a case's address, absolute where the site knows its own."""
    return f"{data.url}/{record.address}" if data.url else record.address
