"""The JSON Schema of cases.json, with each field's label in both languages."""

import json
from typing import Any, Final

_TEXT: Final[dict[str, Any]] = {"type": "string"}
_TEXTS: Final[dict[str, Any]] = {"type": "array", "items": _TEXT}
_DAY: Final[dict[str, Any]] = {"type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"}
_DECIMAL: Final[dict[str, Any]] = {"type": "string", "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?$"}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an object that has these fields and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


_FIGURE: Final = _object(
    id=_TEXT, label=_TEXT, value=_DECIMAL, unit=_TEXT, about=_TEXT, note=_TEXT, sentence=_TEXT
)
_FIELDS: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("id", "编号 · stable id", _TEXT),
    ("address", "网址 · address of its page", _TEXT),
    ("title", "标题 · title", _TEXT),
    ("title_en", "英文标题 · title in English", _TEXT),
    ("date", "日期 · date of publication", _DAY),
    ("updated", "更新日期 · newest of date and corrections", _DAY),
    ("issue", "期 · id of its issue", _TEXT),
    ("org", "单位 · organisation", _TEXT),
    ("region", "地区 · region, from the widest part", _TEXTS),
    ("topics", "主题 · topics", _TEXTS),
    ("tags", "标签 · tags", _TEXTS),
    ("summary", "摘要 · summary", _TEXT),
    ("summary_en", "英文摘要 · summary in English", _TEXT),
    ("period", "实施时间 · when it was carried out", _TEXT),
    ("authors", "作者 · authors", _TEXTS),
    ("source", "来源 · first published", _object(name=_TEXT, url=_TEXT, date=_DAY)),
    ("figures", "成效 · results; values are decimal numbers as text", _list(_FIGURE)),
    ("corrections", "更正 · corrections", _list(_object(date=_DAY, text=_TEXT))),
    (
        "attachments",
        "附件 · attachments, sizes in bytes",
        _list(_object(address=_TEXT, size={"type": "integer"})),
    ),
    ("cover", "题图 · cover picture", {"anyOf": [_object(address=_TEXT, alt=_TEXT), {"type": "null"}]}),
    ("related", "相关 · ids of related cases", _TEXTS),
    ("featured", "推荐 · featured", {"type": "boolean"}),
)


def data_schema(own: tuple[tuple[str, str], ...]) -> bytes:
    """Return the schema; `own` are the site's own fields, as (key, label)."""
    case = _object(**{name: {"title": title, **schema} for name, title, schema in _FIELDS})
    case["properties"]["fields"] = {
        "type": "object",
        "title": "自有字段 · fields of the site's own",
        "properties": {key: {"title": label, **_TEXTS} for key, label in own},
        "additionalProperties": False,
    }
    case["required"] = sorted(case["properties"])
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_object(cases=_list(case), site=_object(title=_TEXT, url=_TEXT)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
