"""The models that ship are what their script makes, and read as they were trained."""

import gzip
import zlib
from importlib.resources import files

import pytest

from casesite.chinese.pinyin import annotate, doubts
from casesite.chinese.polyphones import model, polyphones
from casesite.chinese.polyphones.corpus import of_text
from casesite.chinese.polyphones.labels import piece_measured, running
from casesite.chinese.polyphones.train import fit, train
from tests.bench.pinyin.data import FOLDER, RUNNING

PACKED = files("casesite.chinese").joinpath("data/polyphones.txt.gz").read_bytes()


def test_the_shipped_models_are_what_the_script_makes() -> None:
    assert train(FOLDER).encode() == gzip.decompress(PACKED)


def test_all_that_readings_need_is_small_in_a_wheel() -> None:
    folder = files("casesite.chinese").joinpath("data")
    texts = ("lexicon.txt", "heteronyms.txt", "idioms.txt", "people.txt", "names.txt", "variants.txt")
    packed = [zlib.compress(folder.joinpath(name).read_bytes(), 9) for name in texts]
    assert sum(map(len, [PACKED, *packed])) < 2_000_000


def test_a_text_is_read_by_the_keys_that_were_trained_on() -> None:
    texts = [
        one.text for piece in running(RUNNING) if not piece_measured(piece.header) for one in piece.sentences
    ]
    compared = 0
    for text in texts[:300]:
        read = annotate(text)
        sure = {doubt.place: doubt.reading for doubt in doubts(text, limit=1 << 30)}
        labels = dict.fromkeys(sure, "?")
        for place, example in zip(sorted(labels), of_text(text, labels), strict=True):
            assert model(example.char).best(example.keys) == read[place][1] == sure[place]
            compared += 1
    assert compared > 1000


def test_every_line_can_be_made_ready() -> None:
    for char in polyphones().lines:
        readings = model(char).readings
        assert len(set(readings)) == len(readings) >= 1


@pytest.mark.parametrize("reading", ["cháng", "zhǎng"])
def test_training_learns_what_tells_readings_apart(reading: str) -> None:
    texts = {"cháng": "这条路很长", "zhǎng": "他是村长"}
    examples = [one for key, text in texts.items() for one in of_text(text, {len(text) - 1: key})]
    trained = fit(examples * 3)
    mine = next(one for one in examples if one.reading == reading)
    sums = [sum(trained.weights[key][number] for key in mine.keys) for number in range(2)]
    assert trained.readings[sums.index(max(sums))] == reading
