"""Every command of the app, with its keys, its words and where they work; `commands.py` says what is made of them."""

from collections.abc import Mapping
from typing import Literal

Scope = Literal[
    "anywhere",
    "main",
    "reader",
    "sweep",
    "list",
    "library",
    "panel",
    "notes",
    "figures",
    "entities",
    "ledger",
    "cast",
    "mentions",
    "search",
    "annotations",
    "codebook",
    "split",
    "history",
]
"""Where a command's keys work; SCOPE_NAMES says it for people."""

SCOPES: Mapping[str, tuple[Scope, ...]] = {
    "reader": ("reader", "main", "anywhere"),
    "sweep": ("sweep", "main", "anywhere"),
    "library": ("library", "list", "main", "anywhere"),
    "panel": ("panel", "list", "main", "anywhere"),
    "notes": ("notes", "panel", "list", "main", "anywhere"),
    "figures": ("figures", "panel", "list", "main", "anywhere"),
    "entities": ("entities", "panel", "list", "main", "anywhere"),
    "ledger": ("ledger", "list", "anywhere"),
    "cast": ("cast", "list", "anywhere"),
    "mentions": ("mentions", "list", "anywhere"),
    "search": ("search", "list", "anywhere"),
    "annotations": ("annotations", "list", "anywhere"),
    "codebook": ("codebook", "list", "anywhere"),
    "split": ("split", "list", "anywhere"),
    "history": ("history", "list", "anywhere"),
}
"""The scopes that apply in a pane, nearest first."""

SCOPE_NAMES: Mapping[Scope, str] = {
    "anywhere": "everywhere",
    "main": "in the main screen",
    "reader": "in the text",
    "sweep": "during a sweep",
    "list": "in lists",
    "library": "in the library",
    "panel": "in the side panel",
    "notes": "among the notes",
    "figures": "among the figures",
    "entities": "among the names",
    "ledger": "in the ledger",
    "cast": "in the cast",
    "mentions": "among the mentions",
    "annotations": "among all annotations",
    "history": "in the history",
    "search": "among what a search has found",
    "codebook": "in the codebook",
    "split": "among the annotations of a tag",
}
"""Where the commands of a scope work, for people."""

Row = tuple[str, str, str, str, str]
"""A command's id, its keys with ", " between, its help, its action, and its word in the footer."""


def _row(id: str, keys: str, help: str, action: str, footer: str = "") -> Row:  # noqa: A002
    return id, keys, help, action, footer


def _pinned(digit: int) -> str:
    return f"screen.tag_pinned({digit})"


GROUPS: tuple[tuple[str, Scope, tuple[Row, ...]], ...] = (
    (
        "Annotate",
        "main",
        (
            _row(
                "tag",
                "t",
                "Tag the selection, the highlight under the cursor, or the sentence",
                "screen.tag",
                "tag",
            ),
            _row("note", "m", "Write a note on the same", "screen.note", "note"),
            _row("document.tag", "T", "Tag the whole document", "screen.tag_document"),
            _row("document.note", "M", "Write a note on the whole document", "screen.note_document"),
            _row("link.follow", "K", "Follow a link of the note under the cursor", "screen.follow"),
            _row("note.drafts", "g m", "Show the notes that were written and not saved", "screen.drafts"),
            _row("tag.repeat", ".", "Repeat the last tagging here: the same tags on or off", "screen.repeat_tagging"),
            *(
                _row(f"tag.{digit}", f"{digit}", f"Put on the tag pinned to {digit}, or take it off", _pinned(digit))
                for digit in range(1, 10)
            ),
            _row("annotation.remove", "x", "Remove the annotation under the cursor", "screen.remove"),
            _row("conflict.resolve", "c", "Decide between two notes in conflict", "screen.resolve_conflict"),
            _row("undo", "u", "Take back the last change", "screen.undo"),
            _row("redo", "ctrl+r", "Do it again", "screen.redo"),
            _row("copy", "y", "Copy the quote with its source", "screen.copy"),
            _row("correct", "=", "Correct what a figure or a name is; a selection becomes a name", "screen.correct"),
            _row("export", "E", "Export this document's annotations to Markdown", "screen.export"),
        ),
    ),
    (
        "Select",
        "reader",
        (
            _row(
                "select",
                "v",
                "Start a selection that every movement extends, open a chosen one, or drop it",
                "toggle_selection",
                "select",
            ),
            _row(
                "hints", "s", "Show labels on figures, names and sentences: a label selects", "hints('things')", "hints"
            ),
            _row("hints.words", "W", "Show labels on all words", "hints('words')"),
            _row("select.grow", "z, alt+up", "Select the word, then the highlight, clause, sentence and more", "grow"),
            _row("select.shrink", "Z, alt+down", "Shrink the selection back the same way", "shrink"),
            _row("select.swap", ";", "Move the other end of the selection", "swap_ends"),
            _row("select.left", "shift+left", "Extend the selection to the left", "extend('left')"),
            _row("select.right", "shift+right", "Extend the selection to the right", "extend('right')"),
            _row("select.up", "shift+up", "Extend the selection a line up", "extend('up')"),
            _row("select.down", "shift+down", "Extend the selection a line down", "extend('down')"),
            _row("select.word-left", "ctrl+shift+left", "Extend it to the word before", "extend('previous_word')"),
            _row("select.word-right", "ctrl+shift+right", "Extend it to the word's end", "extend('next_word')"),
            _row("select.clear", "escape", "Drop the selection or the search", "clear"),
            _row("annotation.next-here", ",", "Mean the next of several annotations under the cursor", "next_here"),
            _row("annotation.edit", "enter", "Edit the annotation under the cursor", "screen.edit"),
        ),
    ),
    (
        "Sweep",
        "reader",
        (
            _row(
                "sweep.figures",
                "d f",
                "Sweep figures: each without a tag comes up",
                "screen.sweep('figures')",
            ),
            _row("sweep.names", "d e", "Sweep names: people, organisations and places", "screen.sweep('names')"),
            _row("sweep.sentences", "d s", "Sweep sentences", "screen.sweep('sentences')"),
            _row("sweep.all", "d a", "Sweep all: figures, names and sentences", "screen.sweep('all')"),
            _row("sweep.last", "d d", "Sweep again: the same as last time", "screen.sweep('last')"),
        ),
    ),
    (
        "Sweep",
        "sweep",
        (
            _row("sweep.skip", "n, space", "Skip this, and go on to the next", "screen.skip", "skip"),
            _row("sweep.back", "b, backspace", "Back to the one before, to decide anew", "screen.sweep_back", "back"),
            _row("sweep.end", "escape", "End the sweep", "screen.end_sweep"),
        ),
    ),
    (
        "Move",
        "reader",
        (
            _row("cursor.left", "h, left", "One character back", "move('left')"),
            _row("cursor.right", "l, right", "One character on", "move('right')"),
            _row("cursor.up", "k, up", "One line up", "move('up')"),
            _row("cursor.down", "j, down", "One line down", "move('down')"),
            _row("word.next", "w", "To the next word", "move('next_word')"),
            _row("word.previous", "b", "To the word before", "move('previous_word')"),
            _row("line.start", "0, home", "To the line's start", "move('line_start')"),
            _row("line.end", "$, end", "To the line's end", "move('line_end')"),
            _row("sentence.next", ")", "To the next sentence", "move('next_sentence')"),
            _row("sentence.previous", "(", "To the sentence before", "move('previous_sentence')"),
            _row("paragraph.next", "}", "To the next paragraph", "move('next_paragraph')"),
            _row("paragraph.previous", "{", "To the paragraph before", "move('previous_paragraph')"),
            _row("page.down", "pagedown, space, ctrl+f", "One page down", "page(1.0)"),
            _row("page.up", "pageup, ctrl+b", "One page up", "page(-1.0)"),
            _row("page.half-down", "ctrl+d", "Half a page down", "page(0.5)"),
            _row("page.half-up", "ctrl+u", "Half a page up", "page(-0.5)"),
            _row("text.start", "g g, ctrl+home", "To the start of the text", "move('text_start')"),
            _row("text.end", "G, ctrl+end", "To the end of the text", "move('text_end')"),
        ),
    ),
    (
        "Jump",
        "reader",
        (
            _row("figure.next", "f, ] f", "To the next figure", "jump('figure', 1)"),
            _row("figure.previous", "F, g f, [ f", "To the figure before", "jump('figure', -1)"),
            _row("entity.next", "e, ] e", "To the next person, organisation or place", "jump('entity', 1)"),
            _row("entity.previous", "g e, [ e", "To the one before", "jump('entity', -1)"),
            _row("annotation.next", "a, ] a", "To the next annotation", "jump('annotation', 1)"),
            _row("annotation.previous", "A, g a, [ a", "To the annotation before", "jump('annotation', -1)"),
            _row("back", "backspace", "Back to where a link, a search or a list led away from", "screen.back"),
            _row("place", ":", "To a share of the text, a paragraph or an offset", "screen.place"),
        ),
    ),
    (
        "Find",
        "main",
        (
            _row("find", "/", "Find words in this document", "screen.find", "find"),
            _row("find.next", "n", "To the next hit", "screen.find_next(1)"),
            _row("find.previous", "N", "To the hit before", "screen.find_next(-1)"),
            _row("search", "S", "Search all documents and your notes", "screen.search"),
            _row(
                "occurrences",
                "*",
                "Show every occurrence of what is selected or here",
                "screen.occurrences",
            ),
        ),
    ),
    (
        "Search in all documents",
        "search",
        (
            _row("search.edit", "/", "Change what is looked for", "screen.edit", "words"),
            _row("search.open", "enter", "Open the document there, with all hits marked", "choose", "open"),
            _row("search.copy", "y", "Copy the sentence with its source", "screen.copy_sentence", "copy"),
            _row("search.leave", "escape, q, S", "Go back to the text", "screen.leave", "back"),
        ),
    ),
    (
        "Lists",
        "list",
        (
            _row("row.down", "j, down", "One row down", "move(1)"),
            _row("row.up", "k, up", "One row up", "move(-1)"),
            _row("row.page-down", "pagedown, space, ctrl+f", "One page down", "page(1)"),
            _row("row.page-up", "pageup, ctrl+b", "One page up", "page(-1)"),
            _row("row.first", "g g, home", "To the first row", "first"),
            _row("row.last", "G, end", "To the last row", "last"),
            _row("row.open", "enter", "Open the document, or go to the row's place in the text", "choose"),
        ),
    ),
    (
        "The library",
        "library",
        (
            _row(
                "library.filter",
                "/",
                "Filter the documents by words of title or name",
                "filter",
                "filter",
            ),
            _row("library.clear", "escape", "Show all of them again", "clear_filter"),
            _row(
                "library.sort",
                "s",
                "Sort by place, name, date, size, last read or annotations",
                "sort",
                "sort",
            ),
        ),
    ),
    (
        "Lists",
        "panel",
        (
            _row("panel.next", "l, right", "Notes, figures or entities: the next list", "screen.panel_tab(1)"),
            _row("panel.previous", "h, left", "The list before", "screen.panel_tab(-1)"),
        ),
    ),
    (
        "Notes",
        "notes",
        (
            _row("notes.filter", "/", "Filter the annotations: tag:arms -has:note words", "filter", "filter"),
            _row("notes.clear", "escape", "Show all of them again", "clear_filter"),
            _row("notes.sort", "s", "Sort by place, date or tag", "sort", "sort"),
        ),
    ),
    (
        "Figures",
        "main",
        (_row("ledger", "#", "Show the figures of all documents", "screen.ledger"),),
    ),
    (
        "Figures",
        "figures",
        (
            _row("figures.filter", "/", "Filter the figures: money >1e9 russia", "filter", "filter"),
            _row("figures.clear", "escape", "Show all of them again", "clear_filter"),
            _row("figures.sort", "s", "Sort by place or by magnitude", "sort", "sort"),
            _row("figures.copy", "y", "Copy value, sentence and source", "screen.copy_figure", "copy"),
        ),
    ),
    (
        "Names",
        "main",
        (
            _row("name.merge", "+", "Merge the name under the cursor with another one", "screen.merge_name"),
            _row("name.split", "-", "Split off one of the ways in which it is written", "screen.split_name"),
            _row("names.other", "o", "Hide or show other names, which are uncertain", "screen.other_names"),
        ),
    ),
    (
        "Names",
        "entities",
        (
            _row("names.filter", "/", "Filter the names: person kim", "filter", "filter"),
            _row("names.clear", "escape", "Show all of them again", "clear_filter"),
            _row("names.sort", "s", "Sort by mentions, by name or by place", "sort", "sort"),
            _row("names.copy", "y", "Copy name, sentence and source", "screen.copy_name", "copy"),
        ),
    ),
    (
        "The figures of all documents",
        "ledger",
        (
            _row("ledger.filter", "/", "Filter them: money USD >1e9 <5e9 russia", "screen.filter", "filter"),
            _row("ledger.sort", "s", "Sort by place, magnitude or document", "screen.sort", "sort"),
            _row("ledger.same", "e", "Show where else it stands, or all again", "screen.same", "same"),
            _row("ledger.tolerance", "~", "Say how far the same figure may be off", "screen.tolerance"),
            _row("ledger.unit", "i", "Show values in another unit", "screen.unit", "unit"),
            _row("ledger.copy", "y", "Copy value, sentence and source", "screen.copy_figure"),
            _row("ledger.back", "escape", "Go back: to all figures, to the text", "screen.back"),
            _row("ledger.leave", "q, #", "Go back to the text", "screen.leave", "back"),
        ),
    ),
    (
        "The names of all documents",
        "main",
        (_row("cast", "@", "Show the names of all documents: the cast", "screen.cast"),),
    ),
    (
        "The names of all documents",
        "cast",
        (
            _row("cast.filter", "/", "Filter them: person >10 putin", "screen.filter", "filter"),
            _row("cast.sort", "s", "Sort by mentions, documents or name", "screen.sort", "sort"),
            _row("cast.mentions", "enter", "Show every mention with the words around it", "choose", "mentions"),
            _row("cast.copy", "y", "Copy the name with what is known of it", "screen.copy_member"),
            _row("cast.back", "escape", "Show all of them again, or go back", "screen.back"),
            _row("cast.leave", "q, @", "Go back to the text", "screen.leave", "back"),
        ),
    ),
    (
        "The names of all documents",
        "mentions",
        (
            _row("mentions.accept", "space", "Accept the mention, or no longer", "screen.decide('accepted')", "yes"),
            _row("mentions.reject", "n", "Reject the mention, or no longer", "screen.decide('rejected')", "no"),
            _row(
                "mentions.accept-all",
                "A",
                "Accept all that are shown, or none",
                "screen.decide_all('accepted')",
            ),
            _row(
                "mentions.reject-all",
                "N",
                "Reject all that are shown, or none",
                "screen.decide_all('rejected')",
            ),
            _row(
                "mentions.tag",
                "t",
                "Tag the accepted ones, or all that are shown and not rejected, in one step",
                "screen.tag_mentions",
                "tag",
            ),
            _row("mentions.untag", "x", "Take a tag off them", "screen.untag_mentions"),
            _row("mentions.undo", "u", "Take back the last change", "screen.undo"),
            _row("mentions.redo", "ctrl+r", "Do it again", "screen.redo"),
            _row("mentions.scope", "w", "Seek in all documents, or in this one again", "screen.scope", "where"),
            _row("mentions.match", "i", "Seek in any case and accents, or just as written again", "screen.match"),
            _row("mentions.filter", "/", "Filter them by the words around", "screen.filter"),
            _row("mentions.sort", "s", "Sort by place, words after or words before", "screen.sort"),
            _row("mentions.copy", "y", "Copy the mention with its source", "screen.copy_mention"),
            _row("mentions.back", "escape", "Show all of them again, or go back", "screen.back"),
            _row("mentions.leave", "q, @, *", "Go back to the text", "screen.leave", "back"),
            *(
                _row(
                    f"mentions.tag.{digit}",
                    f"{digit}",
                    f"Put the tag pinned to {digit} on them, or take it off",
                    _pinned(digit),
                )
                for digit in range(1, 10)
            ),
        ),
    ),
    (
        "The annotations of all documents",
        "main",
        (_row("annotations", "R", "Show the annotations of all documents", "screen.annotations"),),
    ),
    (
        "The annotations of all documents",
        "annotations",
        (
            _row("annotations.filter", "/", "Filter them: tag:arms -has:note since:7d", "screen.filter", "filter"),
            _row("annotations.mark", "space", "Mark the annotation, or take its mark away", "screen.mark", "mark"),
            _row("annotations.mark-all", "A", "Mark all that are shown, or none", "screen.mark_all"),
            _row("annotations.tag", "t", "Tag the marked ones, or else this one", "screen.tag", "tag"),
            _row("annotations.untag", "-, X", "Take a tag from the marked ones, or else from this one", "screen.untag"),
            _row("annotations.remove", "x", "Remove the marked ones, or else this one", "screen.remove"),
            _row("annotations.undo", "u", "Take back the last change", "screen.undo"),
            _row("annotations.redo", "ctrl+r", "Do it again", "screen.redo"),
            _row("annotations.sort", "s", "Sort by document, date, tag, place or length", "screen.sort", "sort"),
            _row("annotations.export", "E", "Export the marked ones, or else all that are shown", "screen.export"),
            _row("annotations.copy", "y", "Copy quote and source of the marked or this one", "screen.copy"),
            _row("annotations.back", "escape", "Show all of them again, or go back", "screen.back"),
            _row("annotations.leave", "q, R", "Go back to the text", "screen.leave", "back"),
        ),
    ),
    (
        "The codebook",
        "main",
        (_row("codebook", "B", "Show all tags: the codebook", "screen.codebook"),),
    ),
    (
        "The codebook",
        "codebook",
        (
            _row("codebook.new", "n", "Make a tag", "screen.new", "new"),
            _row("codebook.rename", "r", "Rename the tag, or move it to another path", "screen.rename", "rename"),
            _row("codebook.merge", "m", "Merge the tag into another one", "screen.merge"),
            _row("codebook.split", "S", "Give some of its annotations another tag", "screen.split", "split"),
            _row("codebook.uses", "enter", "Show where it is used", "choose"),
            _row("codebook.delete", "x", "Delete the tag and those below it everywhere", "screen.delete", "delete"),
            _row("codebook.colour", "c", "Give the tag a colour", "screen.colour"),
            _row("codebook.describe", "e", "Say what the tag means", "screen.describe"),
            _row("codebook.pin", "p", "Pin the tag to a digit that puts it on", "screen.pin", "pin"),
            *(
                _row(
                    f"codebook.pin-{digit}",
                    f"{digit}",
                    f"Pin the tag to {digit}, or unpin it",
                    f"screen.pin_to({digit})",
                )
                for digit in range(1, 10)
            ),
            _row("codebook.close", "h, left", "Hide the tags below, or go to the one above", "screen.close"),
            _row("codebook.open", "l, right", "Show the tags below, or go to the first of them", "screen.open"),
            _row("codebook.filter", "/", "Filter the tags by words of name or description", "screen.filter"),
            _row("codebook.sort", "s", "Sort by name, by use or by documents", "screen.sort"),
            _row("codebook.undo", "u", "Take back the last change", "screen.undo"),
            _row("codebook.redo", "ctrl+r", "Do it again", "screen.redo"),
            _row("codebook.export", "o", "Export the codebook to a TOML file", "screen.export"),
            _row("codebook.import", "i", "Take in the tags of a TOML file", "screen.import"),
            _row("codebook.back", "escape", "Show all of them again, or go back", "screen.back"),
            _row("codebook.leave", "q, B", "Go back to the text", "screen.leave"),
        ),
    ),
    (
        "The codebook",
        "split",
        (
            _row("split.mark", "space", "Mark the annotation, or take its mark away", "screen.mark", "mark"),
            _row("split.mark-all", "A", "Mark all that are shown, or none", "screen.mark_all", "all"),
            _row("split.split", "t, S", "Give the marked ones another tag instead", "screen.split", "other tag"),
            _row("split.open", "enter", "Open the document there", "choose"),
            _row("split.undo", "u", "Take back the last change", "screen.undo"),
            _row("split.redo", "ctrl+r", "Do it again", "screen.redo"),
            _row("split.filter", "/", "Filter them by words of text, note or title", "screen.filter"),
            _row("split.sort", "s", "Sort by place, words after or words before", "screen.sort"),
            _row("split.back", "escape", "Show all of them again, or the codebook", "screen.back"),
            _row("split.leave", "q", "Go back to the codebook", "screen.leave", "back"),
        ),
    ),
    (
        "History",
        "main",
        (_row("history", "U", "Show all that was changed, to take it back or go back to a point", "screen.history"),),
    ),
    (
        "History",
        "history",
        (
            _row("history.turn", "u", "Take just this change back, or make it again", "screen.turn_back", "undo"),
            _row("history.back-to", "b", "Go back to just after this change", "screen.go_back", "to here"),
            _row("history.redo", "ctrl+r", "Make again what was taken back last", "screen.redo"),
            _row("history.open", "enter", "Show where it was changed", "choose"),
            _row("history.filter", "/", "Filter the changes by words", "screen.filter", "filter"),
            _row("history.back", "escape", "Show all of them again, or go back", "screen.back"),
            _row("history.leave", "q, U", "Go back to the text", "screen.leave", "back"),
        ),
    ),
    (
        "The window",
        "main",
        (
            _row("pane.next", "tab", "To the next pane", "screen.pane(1)"),
            _row("pane.previous", "shift+tab", "To the pane before", "screen.pane(-1)"),
            _row("document.next", ">", "Open the next document", "screen.document(1)"),
            _row("document.previous", "<", "Open the document before", "screen.document(-1)"),
            _row("pinned", "P", "Show or hide the bar of pinned tags", "screen.pinned_bar"),
            _row("highlights", "H", "Show all highlights, annotations only, or plain text", "screen.highlights"),
            _row("encoding", "ctrl+e", "Set the encoding that this document's file is read in", "screen.encoding"),
            _row("language", "L", "Set the language that this document is read as", "screen.language"),
            _row("tutorial", "g ?", "Learn the keys in a lesson of ten steps", "screen.tutorial"),
            _row("quit", "q, ctrl+q", "Quit", "screen.leave"),
        ),
    ),
    (
        "The window",
        "anywhere",
        (
            _row("help", "?", "Show keys and colours", "screen.help", "help"),
            _row("palette", "ctrl+p", "Search all commands by name", "app.command_palette", "commands"),
        ),
    ),
)
