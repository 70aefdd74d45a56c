"""A new file in the project; never over one that is there."""

from pathlib import Path


def create_file(root: Path, path: str, text: str) -> bool:
    """Write a text (UTF-8) to a new file; `False` when something of that name is there. Raises `OSError`."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(place, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True
