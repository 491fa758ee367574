"""Rows of the ledger as bytes, small enough to be kept and quick to hand from process to process."""

import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tui.highlights.collection.ledger import LedgerRow
from tui.highlights.highlight import Figure, Span

_FASTEST = 1


def packed(rows: Sequence[LedgerRow]) -> bytes:
    """The rows of one document as bytes, without its path and title; a sentence is there once."""
    sentences: dict[int, str] = {}
    records = []
    for row in rows:
        figure = row.figure
        sentences[row.sentence_start] = row.sentence
        records.append(
            [
                row.sentence_start,
                row.words,
                row.noun,
                figure.start,
                figure.end,
                figure.kind,
                figure.value,
                figure.low,
                figure.high,
                figure.unit,
                figure.modifier,
                figure.modifier_span,
                figure.number_span,
                sorted(figure.assumed),
            ]
        )
    content = json.dumps([list(sentences.items()), records], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(content.encode(), _FASTEST)


def unpacked(content: bytes, path: Path | None, title: str) -> list[LedgerRow]:
    """The rows that packed() has put into bytes, of the document with this path and title.

    Raises ValueError for bytes of another making.
    """
    try:
        pairs, records = json.loads(zlib.decompress(content))
        sentences = dict(map(tuple, pairs))
        return [
            LedgerRow(path, title, _figure(fields), words, noun, sentences[start], start)
            for start, words, noun, *fields in records
        ]
    except (zlib.error, TypeError, LookupError) as error:
        raise ValueError(f"no rows of the ledger: {error}") from error


def _figure(fields: list[Any]) -> Figure:
    start, end, kind, value, low, high, unit, modifier, modifier_span, number_span, assumed = fields
    return Figure(
        *(start, end, kind, value, low, high, unit, modifier),
        modifier_span=_span(modifier_span),
        number_span=_span(number_span),
        assumed=frozenset(assumed),
    )


def _span(pair: list[int] | None) -> Span | None:
    return (pair[0], pair[1]) if pair else None
