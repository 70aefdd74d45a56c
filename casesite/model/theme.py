"""A theme as it stands on the disk, read whole."""

from msgspec import Struct


class Theme(Struct, frozen=True, kw_only=True):
    """A theme with what it extends already merged file by file.

    `templates` maps names below `templates/` to their text, `static` names below `static/` to bytes,
    `strings` maps keys to the sentences of the site's language. `places` maps template names to the paths
    shown in messages. `digest` is over all of it.
    """

    name: str
    templates: dict[str, str]
    static: dict[str, bytes]
    strings: dict[str, str]
    places: dict[str, str]
    digest: str
