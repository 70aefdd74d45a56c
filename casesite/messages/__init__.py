"""Every sentence a person reads about a problem, in Chinese and English.

One module a subject; each holds its codes as constants. `find` gives the code that a problem names.
"""

from typing import Final

from casesite.messages import (
    fields,
    files,
    intake,
    layout,
    links,
    markdown,
    output,
    pinyin,
    ruby,
    site,
    theme,
    values,
    yaml,
)
from casesite.messages.code import Code

_MODULES: Final = (
    fields,
    files,
    intake,
    layout,
    links,
    markdown,
    output,
    pinyin,
    ruby,
    site,
    theme,
    values,
    yaml,
)

CODES: Final[dict[str, Code]] = {
    str(code): code for module in _MODULES for code in vars(module).values() if isinstance(code, Code)
}


def find(name: str) -> Code:
    """Return the code of that name; `KeyError` when there is none."""
    return CODES[name]
