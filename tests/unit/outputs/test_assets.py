"""Files that are copied, and the theme's with a digest in their names."""

import re

from msgspec.structs import replace

from casesite.model.artifact import Copy
from casesite.model.source import Asset
from casesite.outputs import assets
from tests.unit.outputs.factory import THEME, Bodies, case, site

CSS = b"@font-face{src:url(fonts/a.woff2?v=1)} .x{background:url('img/p.svg#i')} .y{background:url(data:x)}"
STYLED = replace(
    THEME,
    static={
        "site.css": CSS,
        "fonts/a.woff2": b"font",
        "img/p.svg": b"<svg/>",
        "deep/b.css": b"a{b:url(../img/p.svg)}",
    },
)


def rendered(name: str) -> bytes:
    plan = {one.path: one for one in assets.plan(site(), STYLED)}
    data = assets.render(plan[assets.asset_names(STYLED)[name]], STYLED, Bodies())
    assert isinstance(data, bytes)
    return data


def test_a_themes_file_carries_the_digest_of_its_bytes_in_its_name() -> None:
    names = assets.asset_names(STYLED)
    assert re.fullmatch(r"assets/site-[0-9a-f]{8}\.css", names["site.css"])
    assert re.fullmatch(r"assets/fonts/a-[0-9a-f]{8}\.woff2", names["fonts/a.woff2"])
    edited = assets.asset_names(replace(STYLED, static={**STYLED.static, "img/p.svg": b"<svg></svg>"}))
    changed = {name for name in names if names[name] != edited[name]}
    assert changed == {"img/p.svg", "site.css", "deep/b.css"}


def test_a_style_sheet_names_the_other_files_as_they_are_called() -> None:
    names = {name: path.removeprefix("assets/") for name, path in assets.asset_names(STYLED).items()}
    assert rendered("site.css").decode() == (
        f'@font-face{{src:url("{names["fonts/a.woff2"]}?v=1")}} '
        f'.x{{background:url("{names["img/p.svg"]}#i")}} .y{{background:url(data:x)}}'
    )
    assert rendered("deep/b.css").decode() == f'a{{b:url("../{names["img/p.svg"]}")}}'
    assert rendered("fonts/a.woff2") == b"font"


def test_pictures_lose_their_metadata_and_attachments_are_copied_once() -> None:
    folder = "content/cases/a/"
    photo = Asset(f"{folder}p.jpg", 9, "d1", "jpeg")
    table = Asset(f"{folder}t.xlsx", 9, "d2", "zip")
    one = site(
        case(
            "a",
            path=f"{folder}index.md",
            links=(f"picture/{photo.path}", f"file/{photo.path}", f"file/{table.path}"),
        ),
        assets={photo.path: photo, table.path: table},
        static=(Asset("content/static/CNAME", 1, "d3", "text"),),
    )
    copies = {found.path: found.inputs for found in assets.plan(one, THEME)}
    assert copies == {
        "CNAME": Copy("content/static/CNAME", "d3", picture=False),
        "files/a/p.jpg": Copy(photo.path, "d1", picture=True),
        "files/a/t.xlsx": Copy(table.path, "d2", picture=False),
    }


def test_a_photo_of_the_sites_own_folder_loses_its_metadata_too() -> None:
    (copy,) = assets.plan(site(static=(Asset("content/static/p.jpg", 1, "d", "jpeg"),)), THEME)
    assert copy.inputs.picture


def test_a_style_sheet_may_use_another_one() -> None:
    sheets = {"a.css": b"@import url(b.css);", "b.css": b"@import url('a.css');.x{}"}
    names = assets.asset_names(replace(THEME, static=sheets))
    data = assets.render(
        next(assets.plan(site(), replace(THEME, static=sheets))), replace(THEME, static=sheets), Bodies()
    )
    assert data == f'@import url("{names["b.css"].removeprefix("assets/")}");'.encode()
