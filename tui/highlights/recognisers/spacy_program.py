"""The program of the process in which a spaCy pipeline finds names; run by its path, it imports nothing of ours.

    python -P spacy_program.py PIPELINE

Each line of standard input is a text, a JSON string. Each line of standard output is its answer, a JSON array of names
[start, end, spaCy's label] in code points, or {"error": why}. It leaves when its input ends.
"""

import json
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

FINDS_NAMES = frozenset(("ner", "beam_ner", "entity_ruler", "span_ruler"))
MAKES_VECTORS = frozenset(("tok2vec", "transformer", "curated_transformer"))


def main() -> None:
    """Answer questions until there are no more."""
    # Whoever started this ends it; a key pressed in the terminal shall not.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # What a library prints is no answer.
    os.dup2(2, 1)
    questions: Queue[str] = Queue()
    Thread(target=_listen, args=(questions,), daemon=True).start()
    pipeline: Any = None
    while True:
        text = json.loads(questions.get())
        try:
            pipeline = pipeline or load(sys.argv[1])
            answer: object = names(pipeline, text)
        except Exception as error:  # noqa: BLE001 - a pipeline may raise anything, and it is told
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def load(name: str) -> Any:
    """Load a pipeline by its package's name or its folder, with no more of it than finds names."""
    import spacy  # noqa: PLC0415 - that it cannot be imported is an answer too

    return spacy.load(name, exclude=needless(pipeline_config(name)))


def pipeline_config(name: str) -> Mapping[str, Any]:
    """Read the settings of a pipeline that is not loaded; nothing where it keeps none in a file."""
    from spacy import util  # noqa: PLC0415 - as above

    folder = Path(name) if Path(name).is_dir() else Path(util.get_package_path(name))
    file = next(iter(sorted(folder.rglob("config.cfg"))), None)
    settings: Mapping[str, Any] = util.load_config(file) if file else {}
    return settings


def needless(config: Mapping[str, Any]) -> list[str]:
    """Give the components that neither find names nor make the vectors that one listens to which does."""
    components = config.get("components", {})
    factories = {name: part.get("factory", "") for name, part in components.items()}
    listeners = [
        name for name, factory in factories.items() if factory in FINDS_NAMES and "Listener" in str(components[name])
    ]
    needed = FINDS_NAMES | MAKES_VECTORS if listeners else FINDS_NAMES
    return [name for name, factory in factories.items() if factory not in needed]


def names(pipeline: Any, text: str) -> list[tuple[int, int, str]]:
    """Give the names of a text."""
    # Half a surrogate pair is no text that a pipeline could encode.
    text = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return [(span.start_char, span.end_char, span.label_) for span in pipeline(text).ents]


def _listen(questions: "Queue[str]") -> None:
    for line in sys.stdin:
        questions.put(line)
    # At once, whatever the pipeline is doing: nobody waits for it any more.
    os._exit(0)


if __name__ == "__main__":
    main()
