"""Trains the models of the named entities.

    python tools/train_entities.py CORPUS_FOLDER [--models NAME …] [--output FOLDER] [--hold-out N]

CORPUS_FOLDER holds JSON Lines files, one document a line: `text`, `lang` and
`ents` ([start, end, label] in code points, labels PER ORG LOC MISC, or UNK for a name of unknown type, whose sentence
is left out). The result is the same for the same corpora.
"""

import argparse
import json
import lzma
import struct
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycrfsuite
from sentence_patterns import patterned_documents

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.highlights.entities.context import Context, document_context  # noqa: E402 (the path is set above)
from tui.highlights.entities.features import sentence_features  # noqa: E402
from tui.highlights.entities.gazetteer import gazetteer  # noqa: E402
from tui.highlights.entities.tokens import Sentence, folded, sentences  # noqa: E402

# A model's own corpora, which are like the texts that it will read, those that help it, and the weight of its L1 term:
# a strong one keeps a model small, and on held-out text it also makes it better. "patterns.fr" are documents made of
# sentence_patterns.tsv.
MODELS = {
    "es": (("es_cess", "patterns.es"), ("pt_bosque_train",), 1.0),
    "pt": (("pt_bosque_train",), ("es_cess",), 1.0),
    "en": (("en_wikigold", "patterns.en"), ("en_ewt_dev", "en_ewt_test", "en_wnut17_train"), 1.0),
    "de": (("de_germeval_test",), ("en_wikigold",), 1.0),
    "romance": (
        ("es_cess", "en_wikigold", "patterns.fr", "patterns.it"),
        ("pt_bosque_train", "fr_europeana"),
        2.0,
    ),
}
_PATTERNED = 150
# Weights in steps of 1/32 pack into two thirds of the bytes; F1 on held-out text changes by less than 0.2.
_STEPS = 32
_FEATURES = 28
# Few iterations: the held-out scores fall again after these.
SETTINGS = {"c2": 0.1, "feature.minfreq": 2, "max_iterations": 60, "num_memories": 6, "epsilon": 1e-4}
_MASCULINE = frozenset(("el", "del", "al", "o", "do", "ao", "pelo", "le", "du", "au", "il"))
_ARTICLES = ("o", "a", "os", "as")
# The Portuguese corpus parts what people write as one word.
_CONTRACTIONS = (
    {("de", article): "d" + article for article in _ARTICLES}
    | {("em", article): "n" + article for article in _ARTICLES}
    | {("por", article): "pel" + article for article in _ARTICLES}
    | dict(zip((("a", article) for article in _ARTICLES), ("ao", "à", "aos", "às"), strict=True))
)
Document = dict[str, Any]
Labels = list[str]


def sentence_labels(sentence: Sentence, entities: list[tuple[int, int, str]], language: str) -> Labels | None:
    """Give the IOBES labels of a sentence's tokens, or None where a name of unknown type stands.

    Demonyms bear no label: they are looked up.
    """
    labels = ["O"] * len(sentence.words)
    for start, end, kind in entities:
        inside = [i for i, (first, last) in enumerate(sentence.spans) if first < end and last > start]
        if not inside:
            continue
        if kind == "UNK":
            return None
        name = " ".join(folded(sentence.words[i]) for i in inside)
        if kind == "MISC" and gazetteer().demonym(name, language):
            continue
        before = sentence.words[inside[0] - 1].lower() if inside[0] else ""
        label = "LOC" if kind == "ORG" and _is_government(name, before) else kind
        for i in inside:
            labels[i] = ("B-" if i == inside[0] else "I-") + label
        labels[inside[-1]] = ("S-" if len(inside) == 1 else "E-") + label
    return labels


def _is_government(name: str, before: str) -> bool:
    """Tell whether an organisation is a country or capital that stands for its government; "el Madrid" is a club."""
    kinds = gazetteer().of(name)
    return "country" in kinds or ("capital" in kinds and before not in _MASCULINE)


def contracted(words: tuple[str, ...], labels: Labels) -> tuple[tuple[str, ...], Labels]:
    """Give a Portuguese sentence as it is usually written, "de a Arrábida" as "da Arrábida"."""
    kept: list[tuple[str, str]] = []
    for word, label in zip(words, labels, strict=True):
        if kept and kept[-1][1][2:] == label[2:] and (whole := _CONTRACTIONS.get((kept[-1][0].lower(), word.lower()))):
            kept[-1] = (whole, kept[-1][1])
        else:
            kept.append((word, label))
    return tuple(word for word, _ in kept), [label for _, label in kept]


def variants(
    number: int, words: tuple[str, ...], labels: Labels, context: Context, language: str
) -> Iterator[tuple[tuple[str, ...], Labels, Context]]:
    """Give a sentence as it is and, for some, in capitals, in small letters and contracted, each with its context."""
    yield words, labels, context
    if number % 12 == 0 and len(words) < 25:
        yield tuple(word.upper() for word in words), labels, context
    if number % 25 == 1:
        yield tuple(word.lower() for word in words), labels, Context()
    if language == "pt" and number % 2:
        yield *contracted(words, labels), context


def examples(document: Document, foreign: str) -> Iterator[tuple[list[list[str]], Labels]]:
    """Give the features and labels of a document's sentences.

    Each token bears the name of a `foreign` corpus as a feature: what is peculiar to its labels and texts is learnt for
    that feature, which no text bears afterwards (after Daumé, Frustratingly Easy Domain Adaptation, 2007).
    """
    found = sentences(document["text"])
    context = document_context(found)
    language = document["lang"]
    entities = sorted(document["ents"])
    for number, sentence in enumerate(found):
        begin, end = sentence.spans[0][0], sentence.spans[-1][1]
        inside = [entity for entity in entities if entity[0] < end and entity[1] > begin]
        labels = sentence_labels(sentence, inside, language)
        if labels is None:
            continue
        for words, word_labels, how in variants(number, sentence.words, labels, context, language):
            features = sentence_features(Sentence(words, sentence.spans[: len(words)]), how, language)
            if foreign:
                for token in features:
                    token.extend([foreign, f"{foreign}|{token[0]}", f"{foreign}|{token[1]}"])
            yield features, word_labels


def documents(folder: Path, corpus: str, hold_out: int) -> Iterator[Document]:
    """Give a corpus' documents but for one in `hold_out`, which are left for measuring."""
    if corpus.startswith("patterns."):
        yield from patterned_documents(corpus.removeprefix("patterns."), _PATTERNED)
        return
    with (folder / f"{corpus}.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if not hold_out or number % hold_out != hold_out - 1:
                yield json.loads(line)


def rounded(model: bytes) -> bytes:
    """Give a CRFsuite model with its weights rounded to multiples of 1 / `_STEPS`.

    A feature is 20 bytes, of which the last 8 are its weight; `_FEATURES` is where the file says where they begin.
    """
    found = bytearray(model)
    (begin,) = struct.unpack_from("<I", model, _FEATURES)
    (count,) = struct.unpack_from("<I", model, begin + 8)
    for place in range(begin + 24, begin + 12 + 20 * count, 20):
        (weight,) = struct.unpack_from("<d", model, place)
        struct.pack_into("<d", found, place, round(weight * _STEPS) / _STEPS)
    return bytes(found)


def main() -> None:
    """Train and write the models."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--models", nargs="*", default=list(MODELS), choices=list(MODELS))
    parser.add_argument("--output", type=Path, default=ROOT / "tui" / "highlights" / "entities" / "data")
    parser.add_argument(
        "--hold-out", type=int, default=0, metavar="N", help="leave out one document in N, for measuring"
    )
    arguments = parser.parse_args()
    for model in arguments.models:
        began = time.perf_counter()
        own, helping, l1 = MODELS[model]
        trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
        trainer.set_params({**SETTINGS, "c1": l1})
        for corpus in (*own, *helping):
            for document in documents(arguments.folder, corpus, arguments.hold_out):
                for features, labels in examples(document, "" if corpus in own else corpus):
                    trainer.append(features, labels)
        with tempfile.NamedTemporaryFile() as trained:
            trainer.train(trained.name)
            weights = rounded(Path(trained.name).read_bytes())
        path = arguments.output / f"{model}.crfsuite.xz"
        path.write_bytes(lzma.compress(weights, preset=9 | lzma.PRESET_EXTREME))
        print(f"{path.name}: {path.stat().st_size:,} bytes after {time.perf_counter() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
