"""The name that was probably meant."""

import pytest

from casesite.gathering.nearest import nearest


@pytest.mark.parametrize(
    ("word", "names", "found"),
    [
        ("2024-08-03", ["2024-08-003", "2023-01-001"], "2024-08-003"),
        ("Photo.jpg", ["photo.JPG", "photos.jpg"], "photo.JPG"),
        ("xyz", ["about", "fields"], ""),
        ("a", [], ""),
        ("b", ["b"], ""),
    ],
)
def test_the_nearest_name(word: str, names: list[str], found: str) -> None:
    assert nearest(word, names) == found


def test_among_many_names_a_slip_is_still_found() -> None:
    names = [f"2024-{n:05}" for n in range(5000)]
    assert nearest("2o24-04987", names) == "2024-04987"
