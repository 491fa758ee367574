"""The ten steps of the lesson."""

from tui.tutorial.lesson import Scene, Step

PINNED = "quote"
"""The tag that is pinned to 1 when the lesson begins."""


def _is_on_next_figure(before: Scene, now: Scene) -> bool:
    return now.figure is not None and now.cursor != before.cursor


def _has_more_tags(before: Scene, now: Scene) -> bool:
    return now.with_tags() > before.with_tags()


def _has_selected_sentence(_before: Scene, now: Scene) -> bool:
    return bool(now.selected) and now.selected.strip() == now.sentence.strip()


def _has_put_on_pinned(before: Scene, now: Scene) -> bool:
    return _has_more_tags(before, now) and any(PINNED in annotation.tags for annotation in now.annotations)


def _has_taken_back(before: Scene, now: Scene) -> bool:
    return now.with_tags() < before.with_tags() or len(now.annotations) < len(before.annotations)


def _has_grown_selection(_before: Scene, now: Scene) -> bool:
    return len(now.selected.split()) > 1


def _has_written_note(before: Scene, now: Scene) -> bool:
    return now.with_note() > before.with_note()


def _sees_occurrences(_before: Scene, now: Scene) -> bool:
    return now.pane == "mentions"


def _has_filtered_notes(_before: Scene, now: Scene) -> bool:
    return bool(now.filter.strip())


def _has_exported(before: Scene, now: Scene) -> bool:
    return now.exports > before.exports


STEPS = (
    Step(
        "Figures are underlined, names stand out. Press {figure.next} for the next figure.\n"
        "The line below this panel says what it means, and how sure that is.",
        _is_on_next_figure,
    ),
    Step(
        "Press {tag} to tag it: type a word of your own, such as money, then enter.\n"
        "It is saved at once, and shows in the margin and among the notes.",
        _has_more_tags,
    ),
    Step(
        "Press {hints}: figures, names and sentences get labels of a letter or two.\n"
        "Type the one that stands after a sentence: it selects the sentence.",
        _has_selected_sentence,
    ),
    Step(
        f"Press {{tag.1}}: the sentence gets the tag “{PINNED}”, which is pinned to 1.\n"
        "The same key takes it off again. Nine tags can have such keys.",
        _has_put_on_pinned,
    ),
    Step(
        "Press {undo} to take that back. So goes everything that you change,\nalso tomorrow; {redo} does it again.",
        _has_taken_back,
    ),
    Step(
        "Go to any word with the arrows. {select.grow} selects it; again, and the selection\n"
        "grows: to a figure or name, a clause, a sentence. {select.shrink} shrinks it.",
        _has_grown_selection,
    ),
    Step(
        "Press {note}, write a note on what is selected, and save it with ctrl+s.\n"
        "A note that you leave with escape instead is kept as a draft.",
        _has_written_note,
    ),
    Step(
        "Press {entity.next} for the next name, and {occurrences} for every place where it stands.\n"
        "There, rows can be marked and tagged in one step; escape comes back.",
        _sees_occurrences,
    ),
    Step(
        "Press {pane.next} until you are among your notes, and {notes.filter} to filter them:\n"
        "type a word of your note, or tag:money. escape shows all again.",
        _has_filtered_notes,
    ),
    Step(
        "Press {export} to export your work to Markdown, and enter to take the folder.\n"
        "It is a folder of this lesson, and goes when you leave.",
        _has_exported,
    ),
)

FAREWELL = (
    "{help} shows every key, {palette} finds a command by its name.\n"
    "Open articles of your own with newsreader FOLDER. {quit} ends the lesson."
)
