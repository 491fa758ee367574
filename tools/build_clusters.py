"""Builds the word clusters of the named entities.

    python tools/build_clusters.py [--output FOLDER]

The source is the Python package spacy-lookups-data (MIT): Brown clusters of the million most common words of German and
of Spanish texts (Brown et al., Class-Based n-gram Models of Natural Language, 1992) and the words' log probabilities.
Kept are the most common capitalised words, and of each one's cluster the first eight branches of the way to it.
"""

import argparse
import gzip
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

import spacy_lookups_data

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.highlights.entities.clusters import BUCKETS, SOURCES, place  # noqa: E402 (only importable once the path is set)

# With half of its words, German loses half a point of F1.
WORDS = {"de": 400_000, "es": 200_000}
_BRANCHES = 0xFF
_NAME = re.compile(r"[^\W\d_][\w'’.-]+")


def common_names(language: str) -> dict[str, int]:
    """Give the most common capitalised words of a language with their clusters."""
    folder = Path(spacy_lookups_data.__file__).parent / "data"
    numbers, probabilities = (
        json.loads(gzip.decompress((folder / f"{language}_lexeme_{table}.json.gz").read_bytes()))
        for table in ("cluster", "prob")
    )
    words = [word for word, number in numbers.items() if number and word[0].isupper() and _NAME.fullmatch(word)]
    words.sort(key=lambda word: (-probabilities.get(word, -99.0), word))
    return {word: numbers[word] & _BRANCHES for word in words[: WORDS[language]]}


def packed(clusters: dict[str, int]) -> bytes:
    """Give the bytes of the file: sizes of the buckets, fingerprints, clusters."""
    buckets: dict[int, dict[int, int]] = defaultdict(dict)
    for word, cluster in clusters.items():
        bucket, fingerprint = place(word)
        # Of two words that cannot be told apart, the more common one stays.
        buckets[bucket].setdefault(fingerprint, cluster)
    rows = [sorted(buckets[bucket].items(), key=lambda row: row[::-1]) for bucket in range(BUCKETS)]
    sizes = bytes(len(row) for row in rows)
    return sizes + bytes(f for row in rows for f, _ in row) + bytes(cluster for row in rows for _, cluster in row)


def main() -> None:
    """Write the clusters of each source, the same bytes every time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=ROOT / "tui" / "highlights" / "entities" / "data")
    arguments = parser.parse_args()
    for source in SOURCES:
        path = arguments.output / f"clusters.{source}.bin"
        path.write_bytes(packed(common_names(source)))
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
