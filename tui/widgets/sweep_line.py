"""The line that tells how far a sweep is."""

from tui.annotations.sweep import Sweep
from tui.highlights.wording import number_words
from tui.widgets.status import TwoEndedLine


class SweepLine(TwoEndedLine):
    """What is swept, how far that is, and what has been decided."""

    LEFT_GIVES_WAY = False

    DEFAULT_CSS = """
    SweepLine { color: $foreground; text-style: bold; }
    """

    def show_sweep(self, kind: str, sweep: Sweep, again: str) -> None:
        """Tell how far a sweep over places of a kind is; `again` are the keys that begin it anew."""
        of = number_words(len(sweep.places))
        decided = f"{number_words(sweep.tagged)} tagged · {number_words(sweep.skipped)} skipped"
        if sweep.current is None:
            taken_up = f" · {again} takes those up again" if sweep.skipped else ""
            self.show(left=f"{kind} done: {decided}{taken_up}")
        else:
            self.show(left=f"{kind} {number_words(sweep.number)} of {of} · {decided}")
