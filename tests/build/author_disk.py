"""What befalls the disk under the random editor: the output, what is remembered, times of files."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from tests.build.author import Author

FOREIGN: Final = "mine.txt"
_STATE: Final = ".casesite"
_FAR: Final = 4_000_000_000
_LONG_AGO: Final = 1_500_000_000


def output(author: Author) -> Path:
    """Return the folder that is built into."""
    return author.root / (author.out or "public")


def built(author: Author) -> list[Path]:
    """Return the files of the site that the program made, sorted."""
    out = output(author)
    files = (path for path in out.rglob("*") if path.is_file() and not path.name.startswith("."))
    return sorted(path for path in files if path.relative_to(out).as_posix() != FOREIGN)


def turn_to_other_output(author: Author) -> None:
    """Build into another folder from now on, or into the usual one again."""
    author.out = "" if author.out else "second"


def delete_output(author: Author) -> None:
    """Delete a built file, a folder of them, or all."""
    files, dice = built(author), author.dice
    match dice.randrange(4):
        case 0:
            shutil.rmtree(output(author), ignore_errors=True)
        case 1 if files:
            folder = dice.choice(files).parent
            if folder != output(author):
                shutil.rmtree(folder)
        case _ if files:
            dice.choice(files).unlink()


def change_output(author: Author) -> None:
    """Change a built file by hand: longer, shorter, empty, another in its place."""
    files, dice = built(author), author.dice
    if not files:
        return
    path = dice.choice(files)
    data = path.read_bytes()
    match dice.randrange(4):
        case 0:
            path.write_bytes(data + b"<!-- by hand -->")
        case 1:
            path.write_bytes(data[: len(data) // 2])
        case 2:
            path.write_bytes(bytes(reversed(data)))
        case _:
            beside = path.with_name("beside")
            beside.write_bytes(dice.choice(files).read_bytes() + b" ")
            beside.replace(path)


def copy_output(author: Author) -> None:
    """Put a copy in the output's place: the same bytes and times, other inodes."""
    out = output(author)
    if out.exists():
        shutil.copytree(out, author.root / "copied")
        shutil.rmtree(out)
        (author.root / "copied").rename(out)


def set_output_aside(author: Author) -> None:
    """Take the output away, or put back one that was taken away before, and is old by now."""
    out, aside = output(author), author.root / f"aside-{output(author).name}"
    if out.exists() and not aside.exists():
        out.rename(aside)
    elif aside.exists():
        shutil.rmtree(out, ignore_errors=True)
        aside.rename(out)


def add_foreign(author: Author) -> None:
    """Put a file of one's own into the output, or take it away again."""
    path = output(author) / FOREIGN
    if not path.parent.exists():
        return
    if path.exists():
        path.unlink()
    else:
        path.write_bytes(b"mine")


def forget(author: Author) -> None:
    """Lose all that is remembered, or one file of it."""
    if author.dice.random() < 1 / 3:
        shutil.rmtree(author.root / _STATE, ignore_errors=True)
    elif files := notes(author):
        author.dice.choice(files).unlink()


def notes(author: Author) -> list[Path]:
    """Return the files that hold what is remembered, of every output."""
    trees = ("spare", "site", "stage")
    state = author.root / _STATE
    return sorted(
        path
        for path in state.rglob("*")
        if path.is_file() and not set(path.relative_to(state).parts).intersection(trees)
    )


def damage_notes(author: Author) -> None:
    """Damage a file of what is remembered."""
    files, dice = notes(author), author.dice
    if not files:
        return
    path = dice.choice(files)
    data = path.read_bytes()
    at = dice.randrange(len(data)) if data else 0
    match dice.randrange(4):
        case 0:
            path.write_bytes(data[:at] + b"?" + data[at + 1 :])
        case 1:
            path.write_bytes(data[:at])
        case 2:
            path.write_bytes(b"")
        case _:
            path.write_bytes(data + b"more")


def remember_older(author: Author) -> None:
    """Put back what was remembered some builds ago: all of it, or one file; or keep it for later."""
    state = author.root / _STATE
    dice = author.dice
    if not author.keepsakes or dice.random() < 1 / 3:
        author.keepsakes.append(
            {path.relative_to(state).as_posix(): path.read_bytes() for path in notes(author)}
        )
        return
    kept = dice.choice(author.keepsakes)
    for name in sorted(kept) if dice.random() < 1 / 2 else dice.sample(sorted(kept), min(1, len(kept))):
        (state / name).parent.mkdir(parents=True, exist_ok=True)
        (state / name).write_bytes(kept[name])


def touch_spare(author: Author) -> None:
    """Give the second tree, kept aside, another time; or lose it."""
    for spare in sorted((author.root / _STATE).rglob("spare")):
        if author.dice.random() < 1 / 2:
            os.utime(spare)
        else:
            shutil.rmtree(spare)


def touch_all(author: Author) -> None:
    """Give every file of the content one time: that of a fresh checkout, a past one, a future one."""
    time = author.dice.choice((None, (_LONG_AGO, _LONG_AGO), (_FAR, _FAR)))
    for path in sorted((author.root / "content").rglob("*")):
        os.utime(path, time)


def write_all_anew(author: Author) -> None:
    """Replace every file of content and themes by a copy with the same bytes, as a checkout does."""
    for folder in ("content", "themes"):
        if (author.root / folder).exists():
            shutil.copytree(
                author.root / folder,
                author.root / "copied",
                copy_function=author.dice.choice((shutil.copy, shutil.copy2)),
            )
            shutil.rmtree(author.root / folder)
            (author.root / "copied").rename(author.root / folder)


EDITS: Final = (
    *(turn_to_other_output, turn_to_other_output, delete_output, change_output, change_output, copy_output),
    *(set_output_aside, add_foreign, forget, damage_notes, damage_notes, remember_older, remember_older),
    *(touch_spare, touch_all, write_all_anew),
)
