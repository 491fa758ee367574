"""A program in a process of its own that answers one question at a time."""

import atexit
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from threading import Lock, Thread
from typing import Any

from tui.highlights.recognisers.recogniser import RecogniserError

# Libraries that fetch models by themselves do so no more.
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


class Process:
    """A Python program, run by its path with this interpreter; a question and an answer are each a line of JSON.

    It must leave when its standard input ends, so that it never outlives this process. The working folder and the
    program's own folder are not searched for modules. Safe to use from several threads.
    """

    def __init__(self, program: Path, arguments: Sequence[str]) -> None:
        self._answers: Queue[bytes] = Queue()
        self._lock = Lock()
        try:
            # Not multiprocessing: it would import the program's main module again and hand on the terminal.
            self._process = Popen(  # noqa: S603 - a program of ours
                [sys.executable, "-P", "-X", "utf8", str(program), *arguments],
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env={**os.environ, **_OFFLINE},
            )
        except OSError as error:
            raise RecogniserError(f"its process cannot be started: {error}") from error
        atexit.register(self.close)
        Thread(target=self._listen, daemon=True).start()

    def ask(self, question: object, seconds: float) -> Any:
        """Give the answer to a question.

        Raises RecogniserError where the process has ended, says nothing within some seconds, or answers with an
        object whose "error" says why it cannot; then it is closed.
        """
        with self._lock:
            try:
                self._input.write(json.dumps(question).encode() + b"\n")
                self._input.flush()
                answer = json.loads(self._answers.get(timeout=seconds))
            except Empty:
                self.close()
                raise RecogniserError(f"its process gave no answer within {seconds:g} seconds") from None
            except (OSError, ValueError):
                self.close()
                raise RecogniserError(f"its process ended with exit code {self._process.returncode}") from None
        if isinstance(answer, dict) and "error" in answer:
            self.close()
            raise RecogniserError(str(answer["error"]))
        return answer

    def close(self) -> None:
        """End the process, if it has not ended, and wait for that."""
        atexit.unregister(self.close)
        with suppress(OSError):
            self._input.close()
        self._process.terminate()
        try:
            self._process.wait(1)
        except TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def _input(self) -> Any:
        return self._process.stdin

    def _listen(self) -> None:
        """Take in the answers, and at their end nothing, so that whoever waits is told."""
        assert self._process.stdout  # noqa: S101 - opened as a pipe
        with self._process.stdout as answers:
            for line in answers:
                self._answers.put(line)
        self._answers.put(b"")
