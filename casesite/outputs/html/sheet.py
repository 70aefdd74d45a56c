"""The small style sheet that a site's settings make: accent colour, indent, the running head on paper."""

import re
from hashlib import blake2b
from typing import Final

from casesite.model.settings import Settings

_COLOUR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_UNSAFE: Final = re.compile(
    r"""[^ \u00b7-\u00f6\u2014-\u2026\u3001-\u30ff\u3400-\u9fff\uff01-\uff5e0-9A-Za-z.,:()-]"""
)


def site_sheet(settings: Settings) -> str:
    """Return the sheet's text.

    The accent is held within lightness that keeps it readable on the theme's paper, light and dark
    (CSS Color 5, relative colours); an accent that is no hexadecimal colour is left out.
    """
    lines = [f'@page{{@top-center{{content:"{_UNSAFE.sub("", settings.title)}"}}}}']
    accent = settings.theme.accent
    if _COLOUR.fullmatch(accent):
        lines.append(f":root{{--accent-light:{accent};--accent-dark:{accent}}}")
        lines.append(
            "@supports (color:oklch(from red l c h)){:root{"
            f"--accent-light:oklch(from {accent} min(l,.5) c h);"
            f"--accent-dark:oklch(from {accent} max(l,.74) c h)}}}}"
        )
    if not settings.theme.indent:
        lines.append(":root{--indent:0;--gap:1em}")
    return "\n".join(lines) + "\n"


def sheet_path(css: str) -> str:
    """Return where the sheet lies: its name holds a digest of its text."""
    return f"assets/site-{blake2b(css.encode(), digest_size=4).hexdigest()}.css"
