from __future__ import annotations

import pickle

import pytest

from item6.files.errors import Unreadable


def test_the_words_are_those_of_the_catalogue() -> None:
    error = Unreadable("file.damaged", why="no end")
    found = error.issue("a.pdf")
    assert (str(error), found.message, found.code, found.place.file) == (
        "the file is cut off or damaged: no end",
        "the file is cut off or damaged: no end",
        "F108",
        "a.pdf",
    )


@pytest.mark.parametrize("error", [Unreadable("file.empty"), Unreadable("file.too_large", limit="256 MB")])
def test_it_comes_back_whole_from_another_process(error: Unreadable) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.key, again.arguments, str(again)) == (Unreadable, error.key, error.arguments, str(error))


def test_an_unknown_key_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Unreadable("file.moon")
