import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.highlights.entities.clusters import BUCKETS, SOURCES, clusters_of, place, read_clusters


def table(word: str, cluster: int) -> bytes:
    bucket, fingerprint = place(word)
    return bytes(bucket) + b"\1" + bytes(BUCKETS - bucket - 1) + bytes((fingerprint, cluster))


@given(st.text(min_size=1), st.integers(0, 255))
def test_a_listed_word_has_its_cluster(word, cluster):
    assert read_clusters(table(word, cluster)).of(word) == cluster


def test_a_word_of_another_bucket_has_no_cluster():
    assert read_clusters(table("Berlin", 7)).of("Hamburg") is None


@pytest.mark.parametrize(("one", "other"), [("Hamburg", "Dresden"), ("Merkel", "Schröder")])
def test_names_of_one_kind_share_the_beginning_of_the_way_to_their_cluster(one, other):
    assert dict(clusters_of(one))["de"] & 0xF == dict(clusters_of(other))["de"] & 0xF


def test_a_name_in_capitals_has_the_cluster_of_the_name():
    assert clusters_of("HAMBURG") == clusters_of("Hamburg")


@given(st.text(min_size=1))
def test_any_word_has_at_most_one_cluster_of_each_source(word):
    sources = [source for source, _ in clusters_of(word)]
    assert len(sources) == len(set(sources)) <= len(SOURCES)
