"""What was put into the pack is there again, whatever happened to its end."""

from pathlib import Path

from casesite.project.pack_store import PackStore

ITEMS = {f"{number:032x}": bytes((number,)) * (number * 37) for number in range(30)}


def filled(path: Path) -> Path:
    with PackStore.open(path) as pack:
        for key, data in ITEMS.items():
            pack.put(key, data)
        pack.commit()
    return path


def contents(path: Path) -> dict[str, bytes]:
    with PackStore.open(path) as pack:
        found = {key: pack.get(key) for key in ITEMS}
    return {key: data for key, data in found.items() if data is not None}


def test_values_are_there_at_once_and_again_later(tmp_path: Path) -> None:
    path = tmp_path / "state" / "bodies.pack"
    with PackStore.open(path) as pack:
        pack.put("a", b"one")
        pack.put("b", b"two")
        assert (pack.get("a"), pack.get("c")) == (b"one", None)
        pack.put("c", b"three")
        pack.commit()
    with PackStore.open(path) as pack:
        assert [pack.get(key) for key in "abc"] == [b"one", b"two", b"three"]
        assert "d" not in pack


def test_a_torn_end_costs_only_what_was_torn(tmp_path: Path) -> None:
    whole = filled(tmp_path / "pack").read_bytes()
    for length in range(0, len(whole), 97):
        (tmp_path / "pack").write_bytes(whole[:length])
        found = contents(tmp_path / "pack")
        assert found == dict(list(ITEMS.items())[: len(found)])
        with PackStore.open(tmp_path / "pack") as pack:
            pack.put("new", b"value")
            pack.commit()
        with PackStore.open(tmp_path / "pack") as pack:
            assert pack.get("new") == b"value"


def test_without_its_index_the_pack_is_read_through(tmp_path: Path) -> None:
    filled(tmp_path / "pack")
    (tmp_path / "pack.index").unlink()
    assert contents(tmp_path / "pack") == ITEMS


def test_an_index_of_another_pack_gives_no_wrong_value(tmp_path: Path) -> None:
    filled(tmp_path / "pack")
    index = (tmp_path / "pack.index").read_bytes()
    (tmp_path / "pack").unlink()
    with PackStore.open(tmp_path / "pack") as pack:
        for key in reversed(ITEMS):
            pack.put(key, b"other" + ITEMS[key])
        pack.commit()
    (tmp_path / "pack.index").write_bytes(index)
    found = contents(tmp_path / "pack")
    assert all(data == b"other" + ITEMS[key] for key, data in found.items())


def test_a_damaged_value_is_not_found_and_can_be_put_again(tmp_path: Path) -> None:
    path = filled(tmp_path / "pack")
    key = f"{20:032x}"
    path.write_bytes(path.read_bytes().replace(ITEMS[key], ITEMS[key][:-1] + b"!"))
    with PackStore.open(path) as pack:
        assert pack.get(key) is None
        pack.put(key, ITEMS[key])
        assert pack.get(key) == ITEMS[key]
        assert pack.get(f"{21:032x}") == ITEMS[f"{21:032x}"]


def test_a_hole_of_zeros_ends_the_pack(tmp_path: Path) -> None:
    path = filled(tmp_path / "pack")
    (tmp_path / "pack.index").unlink()
    path.write_bytes(path.read_bytes() + bytes(100_000))
    assert contents(path) == ITEMS
    assert path.stat().st_size < 100_000


def test_a_pack_that_is_mostly_dead_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "pack"
    with PackStore.open(path) as pack:
        for number in range(20):
            pack.put(str(number), bytes((number,)) * 100_000)
        pack.commit()
        pack.keep(["3", "7"])
        assert pack.get("7") == bytes((7,)) * 100_000
        assert pack.get("4") is None
        pack.commit()
    assert path.stat().st_size < 300_000
    with PackStore.open(path) as pack:
        assert pack.get("3") == bytes((3,)) * 100_000
        assert pack.get("4") is None


def test_a_file_that_is_no_pack_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "pack").write_bytes(b"something else")
    with PackStore.open(tmp_path / "pack") as pack:
        pack.put("a", b"one")
        pack.commit()
    with PackStore.open(tmp_path / "pack") as pack:
        assert pack.get("a") == b"one"


def seen(pack: PackStore, key: str) -> bytes | None:
    view = pack.view(key)
    return None if view is None else bytes(view)


def test_a_view_shows_what_was_put_at_any_time_and_misses_what_was_damaged(tmp_path: Path) -> None:
    path = filled(tmp_path / "pack")
    key, data = list(ITEMS.items())[20]
    with PackStore.open(path) as pack:
        assert [seen(pack, name) for name in (key, "later", key)] == [data, None, data]
        pack.put("later", b"more")
        assert seen(pack, "later") == b"more"
    spoilt = bytearray(path.read_bytes())
    spoilt[spoilt.index(data) + 5] ^= 1
    path.write_bytes(spoilt)
    with PackStore.open(path) as pack:
        assert seen(pack, key) is None
        pack.put(key, data)
        assert seen(pack, key) == data


def test_another_process_reads_by_a_note_what_was_not_committed(tmp_path: Path) -> None:
    with PackStore.open(filled(tmp_path / "pack")) as pack:
        pack.put("new", b"fresh")
        with PackStore.beside(pack.note(["new", "none", *ITEMS])) as other:
            assert [other.get("new"), seen(other, "new"), other.get("none")] == [b"fresh", b"fresh", None]
            assert {key: other.get(key) for key in ITEMS} == ITEMS
