"""What is marked under the cursor, in words for people."""

from collections.abc import Iterator

from tui.highlights.wording import LABEL_NAMES, figure_value
from tui.widgets.entities_table import BY_READER
from tui.widgets.reader.marks import Marks


def words_of(marks: Marks, position: int) -> Iterator[str]:
    """What each figure and name at a position is, and the annotation where there is one; a strip lists several."""
    for _, _, figure in marks.figures.over(position, position + 1):
        yield f"= {figure_value(figure)}"
    for _, _, entity in marks.entities.over(position, position + 1):
        yield LABEL_NAMES[entity.label] + (f", {BY_READER}" if entity.by_reader else "")
    annotations = marks.annotations.over(position, position + 1)
    if len(annotations) == 1:
        yield ", ".join(annotations[0][2].tags) or "note"
