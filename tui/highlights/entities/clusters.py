"""Word clusters: which capitalised words stand in like surroundings in large texts, whatever the text's language."""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from zlib import crc32

from tui.highlights.entities.gazetteer import DATA

# Clusters learnt from Spanish and from German texts; each knows names that the other does not.
SOURCES = ("es", "de")
BUCKETS = 1 << 16
_LONGEST_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Clusters:
    """The clusters of words that are known by fingerprints alone, two bytes a word.

    Words of one bucket lie together: those of bucket `b` from `ends[b]` to `ends[b + 1]` (exclusive), each with a byte
    of `fingerprints` and one of `clusters`. Of words that are not in the table 2 in 100 are taken for one that is, as
    often in training as in use (the idea of Talbot and Osborne, Randomised Language Modelling, 2007).
    """

    ends: list[int]
    fingerprints: bytes
    clusters: bytes

    def of(self, word: str) -> int | None:
        """Give the first eight branches on the way to the word's Brown cluster, the first as the lowest bit."""
        bucket, fingerprint = place(word)
        found = self.fingerprints.find(fingerprint, self.ends[bucket], self.ends[bucket + 1])
        return None if found < 0 else self.clusters[found]


def place(word: str) -> tuple[int, int]:
    """Give the bucket and the fingerprint of a word."""
    key = crc32(word.encode(errors="replace"))
    return key >> 16, key & 0xFF


def read_clusters(data: bytes) -> Clusters:
    """Give the clusters of a file: the number of words of each bucket, all fingerprints, all clusters, a byte each."""
    ends = list(accumulate(data[:BUCKETS], initial=0))
    return Clusters(ends, data[BUCKETS : BUCKETS + ends[-1]], data[BUCKETS + ends[-1] :])


@cache
def clusters(source: str) -> Clusters:
    """Give the clusters that the package ships, those learnt from texts of one language."""
    return read_clusters((DATA / f"clusters.{source}.bin").read_bytes())


def clusters_of(word: str) -> list[tuple[str, int]]:
    """Give the source and number of each cluster of a capitalised word; a long one in capitals is no acronym."""
    spellings = (word.capitalize(), word) if len(word) > _LONGEST_ACRONYM and word.isupper() else (word,)
    found = []
    for source in SOURCES:
        table = clusters(source)
        number = next((number for spelling in spellings if (number := table.of(spelling)) is not None), None)
        if number is not None:
            found.append((source, number))
    return found
