"""A lesson as values: what the learner sees and has, the steps, and how far they are."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.annotations.annotation import Annotation
from tui.documents.document import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """What a learner has done, as far as steps ask for it.

    `pane` is where keys go; `figure` is the figure under the cursor, `selection` what is selected and `selected` its
    words, `sentence` those of the sentence at the cursor; `filter` is what filters the notes; `exports` counts files.
    """

    pane: str = "reader"
    cursor: int = 0
    figure: Span | None = None
    selection: Span | None = None
    selected: str = ""
    sentence: str = ""
    annotations: tuple[Annotation, ...] = ()
    filter: str = ""
    exports: int = 0

    def with_tags(self) -> int:
        """How many tags there are on all annotations."""
        return sum(len(annotation.tags) for annotation in self.annotations)

    def with_note(self) -> int:
        """How many annotations have a note."""
        return sum(bool(annotation.note) for annotation in self.annotations)


@dataclass(frozen=True, slots=True)
class Step:
    """What the learner is asked to do, in two lines, and whether they have, from an earlier scene and that now.

    The earlier one is that at the step's start, or any since: who has strayed is not to make up for that first.
    In the words "{id}" stands for the key of the command with that id.
    """

    words: str
    is_done: Callable[[Scene, Scene], bool]


class Lesson:
    """Steps one after the other; `number` is that of the present one from 0, or their count once all are over."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self.steps = steps
        self.number = self.done = 0
        self._start: Scene | None = None
        self._last: Scene | None = None

    @property
    def step(self) -> Step | None:
        """The present step, None once all are over."""
        return self.steps[self.number] if self.number < len(self.steps) else None

    def look(self, scene: Scene) -> bool:
        """Take in a scene; whether the present step is done by it, so that the next one begins."""
        earlier = (self._start or scene, self._last or scene)
        self._start, self._last = earlier[0], scene
        if self.step is None or not any(self.step.is_done(before, scene) for before in earlier):
            return False
        self.done += 1
        self._begin_next(scene)
        return True

    def skip(self, scene: Scene) -> None:
        """Leave the present step undone."""
        if self.step:
            self._begin_next(scene)

    def _begin_next(self, scene: Scene) -> None:
        self.number += 1
        self._start = self._last = scene
