"""fastText's model of 176 languages, asked without its library.

A text's vector is the mean of the vectors of its words and of their groups of two to four characters, which the file
holds in a compressed form; a tree with a logistic decision at each node tells from it how likely each language is.
Algorithm: A. Joulin et al., “Bag of Tricks for Efficient Text Classification” and “FastText.zip: Compressing text
classification models” (2016).
"""

import math
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, islice
from operator import add, mul
from pathlib import Path
from struct import Struct
from typing import Any

MODEL = Path(__file__).parent / "data" / "lid.176.ftz"

_FORMAT = (793712314, 12)
_LABEL = "__label__"
_END_OF_LINE = "</s>"
_CODES = 256
_WORDS_REMEMBERED = 1024
# The hash is FNV-1a in 32 bits, but for a byte over 127, which is taken for a negative number.
_HASH_OF_NOTHING, _HASH_FACTOR, _HASH_BITS, _SIGN = 2166136261, 16777619, 0xFFFFFFFF, 0xFFFFFF00

Vector = tuple[float, ...]
Decision = tuple[int, bool]
"""A node of the tree, and whether the way to a language goes right there."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Vectors in a compressed form: each is put together from parts, and made as long as its norm says.

    `codes` holds, row by row, which of the 256 `parts` stands at each place, `norm_codes` which of the 256 `norms`.
    """

    codes: bytes
    parts: Sequence[Sequence[Vector]]
    norm_codes: bytes
    norms: Vector

    def __getitem__(self, number: int) -> Vector:
        width, norm = len(self.parts), self.norms[self.norm_codes[number]]
        codes = self.codes[number * width : (number + 1) * width]
        return tuple([norm * value for part, code in zip(self.parts, codes, strict=True) for value in part[code]])


@dataclass(frozen=True, slots=True, eq=False)
class LanguageModel:
    """Tells how likely a text is written in each of many languages.

    `words` and `groups` number the rows of known words, and of the hashes, modulo `buckets`, of groups of characters of
    some `lengths`; `nodes` are the weights of the tree's decisions, `ways` those that lead to each language.
    """

    words: Mapping[str, int]
    groups: Mapping[int, int]
    buckets: int
    lengths: tuple[int, int]
    rows: _Rows
    nodes: Sequence[Vector]
    ways: Mapping[str, Sequence[Decision]]

    def probabilities(self, text: str) -> dict[str, float]:
        """How likely each language is, by its code (ISO 639-1, or the longer one where there is none)."""
        total, count = _sum_of(self, _END_OF_LINE)
        for word in text.split():
            vector, rows = _sum_of(self, word)
            total, count = list(map(add, total, vector)), count + rows
        mean = [value / count for value in total]
        right = [_logistic(sum(map(mul, node, mean))) for node in self.nodes]
        return {
            language: math.prod(right[node] if is_right else 1 - right[node] for node, is_right in way)
            for language, way in self.ways.items()
        }


@cache
def language_model() -> LanguageModel:
    """The model that the program ships; it is read once."""
    return read_model(MODEL.read_bytes())


@lru_cache(_WORDS_REMEMBERED)
def _sum_of(model: LanguageModel, word: str) -> tuple[Sequence[float], int]:
    """The sum of the rows of a word and of its groups of characters, and how many there are."""
    rows = [model.rows[number] for number in _numbers(model, word)]
    return [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(model.nodes[0]), len(rows)


def _numbers(model: LanguageModel, word: str) -> Iterator[int]:
    """The numbers of a word's rows."""
    if word in model.words:
        yield model.words[word]
    if word == _END_OF_LINE:
        return
    shortest, longest = model.lengths
    characters = [character.encode("utf-8", "replace") for character in f"<{word}>"]
    for start in range(len(characters)):
        hashes = accumulate(characters[start : start + longest], _hash, initial=_HASH_OF_NOTHING)
        for hashed in islice(hashes, shortest, None):
            number = model.groups.get(hashed % model.buckets)
            if number is not None:
                yield len(model.words) + number


def _hash(hashed: int, character: bytes) -> int:
    for byte in character:
        hashed = (hashed ^ (byte | _SIGN if byte > 127 else byte)) * _HASH_FACTOR & _HASH_BITS
    return hashed


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def read_model(content: bytes) -> LanguageModel:
    """The model in a compressed file of fastText, format 12; raises ValueError for anything else."""
    file = _File(content)
    if file.values("2i") != _FORMAT:
        raise ValueError("no model of fastText in format 12")
    *_, buckets, shortest, longest, _, _ = file.values("12id")
    entries, word_count, _, _, group_count = file.values("3i2q")
    counted = [(file.text(), file.values("qb")[0]) for _ in range(entries)]
    groups = file.values(f"{2 * group_count}i")
    file.values("?")
    rows = _read_rows(file)
    _, node_count, width = file.values("?2q")
    nodes = [file.values(f"{width}f") for _ in range(node_count)]
    languages = [word.removeprefix(_LABEL) for word, _ in counted[word_count:]]
    ways = _ways([number for _, number in counted[word_count:]])
    return LanguageModel(
        words={word: number for number, (word, _) in enumerate(counted[:word_count])},
        groups=dict(zip(groups[::2], groups[1::2], strict=True)),
        buckets=buckets,
        lengths=(shortest, longest),
        rows=rows,
        nodes=nodes,
        ways=dict(zip(languages, ways, strict=True)),
    )


class _File:
    """Little-endian values, read one after the other."""

    def __init__(self, content: bytes) -> None:
        self._content, self._at = content, 0

    def values(self, layout: str) -> tuple[Any, ...]:
        """The values of a layout of struct's."""
        fields = Struct(f"<{layout}")
        self._at += fields.size
        return fields.unpack_from(self._content, self._at - fields.size)

    def text(self) -> str:
        """A text that a zero byte ends."""
        start, self._at = self._at, self._content.index(b"\0", self._at) + 1
        return self._content[start : self._at - 1].decode("utf-8", "replace")

    def bytes(self, length: int) -> bytes:
        """So many bytes."""
        self._at += length
        return self._content[self._at - length : self._at]


def _read_rows(file: _File) -> _Rows:
    """Rows whose lengths are kept apart, the only ones that the model's maker writes."""
    has_norms, row_count, _, code_count = file.values("?2qi")
    if not has_norms:
        raise ValueError("a model without norms")
    codes = file.bytes(code_count)
    parts = _read_parts(file)
    norm_codes = file.bytes(row_count)
    [norms] = _read_parts(file)
    return _Rows(codes, parts, norm_codes, tuple(norm for (norm,) in norms))


def _read_parts(file: _File) -> list[list[Vector]]:
    """The 256 vectors to choose from, for each place of a row."""
    _, places, width, last_width = file.values("4i")
    widths = [width] * (places - 1) + [last_width]
    return [[file.values(f"{width}f") for _ in range(_CODES)] for width in widths]


def _ways(counts: Sequence[int]) -> list[Sequence[Decision]]:
    """The decisions that lead to each language in the Huffman tree of their counts, which are given most first."""
    leaves = deque((count, number) for number, count in reversed([*enumerate(counts)]))
    joined: deque[tuple[int, int]] = deque()
    above: dict[int, Decision] = {}
    for node in range(len(counts) - 1):
        weight = 0
        for is_right in (False, True):
            is_leaf_least = leaves and not (joined and joined[0][0] <= leaves[0][0])
            count, child = (leaves if is_leaf_least else joined).popleft()
            above[child] = (node, is_right)
            weight += count
        joined.append((weight, len(counts) + node))
    return [[*_way(number, above, len(counts))] for number in range(len(counts))]


def _way(child: int, above: Mapping[int, Decision], leaves: int) -> Iterator[Decision]:
    while decision := above.get(child):
        yield decision
        child = leaves + decision[0]
