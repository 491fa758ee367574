"""The one registry of commands: what the reader can do, and with which keys.

Footer, palette, help and docs/keys.md are drawn from it, and the config can give any command other keys.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

Scope = Literal[
    "anywhere",
    "main",
    "reader",
    "list",
    "library",
    "panel",
    "figures",
    "entities",
    "ledger",
    "cast",
    "mentions",
    "search",
]
"""Where a command's keys work: in every screen, in all panes of the main one, in the text, in any list, in that
of the library, in the side panel, among its figures or entities, in the ledger, in the cast, among the mentions of one
of its names, or in what a search has found."""

SCOPES: Mapping[str, tuple[Scope, ...]] = {
    "reader": ("reader", "main", "anywhere"),
    "library": ("library", "list", "main", "anywhere"),
    "panel": ("panel", "list", "main", "anywhere"),
    "figures": ("figures", "panel", "list", "main", "anywhere"),
    "entities": ("entities", "panel", "list", "main", "anywhere"),
    "ledger": ("ledger", "list", "anywhere"),
    "cast": ("cast", "list", "anywhere"),
    "mentions": ("mentions", "list", "anywhere"),
    "search": ("search", "list", "anywhere"),
}
"""The scopes that apply in a pane, nearest first."""

# Many terminals send the same byte for these and for Tab, Enter, Backspace and Newline.
UNUSABLE_KEYS = frozenset({"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j"})


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    `keys` are alternatives, each a sequence of keys with blanks between ("g g"). `action` is what the app runs, on the
    focused pane unless it names another. `footer` is the word under the text; empty keeps it out.
    """

    id: str
    keys: tuple[str, ...]
    help: str
    scope: Scope
    group: str
    action: str
    footer: str = ""


def _command(id: str, keys: str, help: str, action: str, footer: str = "") -> tuple[str, str, str, str, str]:  # noqa: A002
    return id, keys, help, action, footer


def _registry() -> Iterator[Command]:
    groups: tuple[tuple[str, Scope, tuple[tuple[str, str, str, str, str], ...]], ...] = (
        (
            "Annotate",
            "main",
            (
                _command(
                    "tag",
                    "t",
                    "Tag the selection, the highlight under the cursor, or the sentence",
                    "screen.tag",
                    "tag",
                ),
                _command("note", "m", "Write a note on the same", "screen.note", "note"),
                _command("document.tag", "T", "Tag the whole document", "screen.tag_document"),
                _command("document.note", "M", "Write a note on the whole document", "screen.note_document"),
                _command("annotation.remove", "x", "Remove the annotation under the cursor", "screen.remove"),
                _command("conflict.resolve", "c", "Decide between two notes in conflict", "screen.resolve_conflict"),
                _command("undo", "u", "Take back the last change", "screen.undo"),
                _command("redo", "ctrl+r", "Do it again", "screen.redo"),
                _command("copy", "y", "Copy the quote with its source", "screen.copy"),
                _command(
                    "correct", "=", "Correct what a figure or a name is; a selection becomes a name", "screen.correct"
                ),
                _command("export", "E", "Export this document's annotations to Markdown", "screen.export"),
            ),
        ),
        (
            "Select",
            "reader",
            (
                _command(
                    "select",
                    "v",
                    "Start a selection that grows with every movement, or end it",
                    "toggle_selection",
                    "select",
                ),
                _command("select.clear", "escape", "Drop the selection or the search", "clear"),
                _command("annotation.edit", "enter", "Edit the annotation under the cursor", "screen.edit"),
            ),
        ),
        (
            "Move",
            "reader",
            (
                _command("cursor.left", "h, left", "One character back", "move('left')"),
                _command("cursor.right", "l, right", "One character on", "move('right')"),
                _command("cursor.up", "k, up", "One line up", "move('up')"),
                _command("cursor.down", "j, down", "One line down", "move('down')"),
                _command("word.next", "w", "To the next word", "move('next_word')"),
                _command("word.previous", "b", "To the word before", "move('previous_word')"),
                _command("line.start", "0, home", "To the line's start", "move('line_start')"),
                _command("line.end", "$, end", "To the line's end", "move('line_end')"),
                _command("sentence.next", ")", "To the next sentence", "move('next_sentence')"),
                _command("sentence.previous", "(", "To the sentence before", "move('previous_sentence')"),
                _command("paragraph.next", "}", "To the next paragraph", "move('next_paragraph')"),
                _command("paragraph.previous", "{", "To the paragraph before", "move('previous_paragraph')"),
                _command("page.down", "pagedown, space, ctrl+f", "One page down", "page(1.0)"),
                _command("page.up", "pageup, ctrl+b", "One page up", "page(-1.0)"),
                _command("page.half-down", "ctrl+d", "Half a page down", "page(0.5)"),
                _command("page.half-up", "ctrl+u", "Half a page up", "page(-0.5)"),
                _command("text.start", "g g, ctrl+home", "To the start of the text", "move('text_start')"),
                _command("text.end", "G, ctrl+end", "To the end of the text", "move('text_end')"),
            ),
        ),
        (
            "Jump",
            "reader",
            (
                _command("figure.next", "f, ] f", "To the next figure", "jump('figure', 1)"),
                _command("figure.previous", "F, g f, [ f", "To the figure before", "jump('figure', -1)"),
                _command("entity.next", "e, ] e", "To the next person, organisation or place", "jump('entity', 1)"),
                _command("entity.previous", "g e, [ e", "To the one before", "jump('entity', -1)"),
                _command("annotation.next", "a, ] a", "To the next annotation", "jump('annotation', 1)"),
                _command("annotation.previous", "A, g a, [ a", "To the annotation before", "jump('annotation', -1)"),
                _command("place", ":", "To a share of the text, a paragraph or an offset", "screen.place"),
            ),
        ),
        (
            "Find",
            "main",
            (
                _command("find", "/", "Find words in this document", "screen.find", "find"),
                _command("find.next", "n", "To the next hit", "screen.find_next(1)"),
                _command("find.previous", "N", "To the hit before", "screen.find_next(-1)"),
                _command("search", "S", "Search all documents and your notes", "screen.search"),
            ),
        ),
        (
            "Search in all documents",
            "search",
            (
                _command("search.edit", "/", "Change what is looked for", "screen.edit", "words"),
                _command("search.open", "enter", "Open the document there, with all hits marked", "choose", "open"),
                _command("search.copy", "y", "Copy the sentence with its source", "screen.copy_sentence", "copy"),
                _command("search.leave", "escape, q, S", "Go back to the text", "screen.leave", "back"),
            ),
        ),
        (
            "Lists",
            "list",
            (
                _command("row.down", "j, down", "One row down", "move(1)"),
                _command("row.up", "k, up", "One row up", "move(-1)"),
                _command("row.page-down", "pagedown, space, ctrl+f", "One page down", "page(1)"),
                _command("row.page-up", "pageup, ctrl+b", "One page up", "page(-1)"),
                _command("row.first", "g g, home", "To the first row", "first"),
                _command("row.last", "G, end", "To the last row", "last"),
                _command("row.open", "enter", "Open the document, or go to the row's place in the text", "choose"),
            ),
        ),
        (
            "The library",
            "library",
            (
                _command(
                    "library.filter",
                    "/",
                    "Filter the documents by words of title or name",
                    "filter",
                    "filter",
                ),
                _command("library.clear", "escape", "Show all of them again", "clear_filter"),
                _command(
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
                _command("panel.next", "l, right", "Notes, figures or entities: the next list", "screen.panel_tab(1)"),
                _command("panel.previous", "h, left", "The list before", "screen.panel_tab(-1)"),
            ),
        ),
        (
            "Figures",
            "main",
            (_command("ledger", "#", "Show the figures of all documents", "screen.ledger"),),
        ),
        (
            "Figures",
            "figures",
            (
                _command("figures.filter", "/", "Filter the figures: money >1e9 russia", "filter", "filter"),
                _command("figures.clear", "escape", "Show all of them again", "clear_filter"),
                _command("figures.sort", "s", "Sort by place or by magnitude", "sort", "sort"),
                _command("figures.copy", "y", "Copy value, sentence and source", "screen.copy_figure", "copy"),
            ),
        ),
        (
            "Names",
            "main",
            (
                _command("name.merge", "+", "Merge the name under the cursor with another one", "screen.merge_name"),
                _command("name.split", "-", "Split off one of the ways in which it is written", "screen.split_name"),
                _command("names.other", "o", "Hide or show other names, which are uncertain", "screen.other_names"),
            ),
        ),
        (
            "Names",
            "entities",
            (
                _command("names.filter", "/", "Filter the names: person kim", "filter", "filter"),
                _command("names.clear", "escape", "Show all of them again", "clear_filter"),
                _command("names.sort", "s", "Sort by mentions, by name or by place", "sort", "sort"),
                _command("names.copy", "y", "Copy name, sentence and source", "screen.copy_name", "copy"),
            ),
        ),
        (
            "The figures of all documents",
            "ledger",
            (
                _command("ledger.filter", "/", "Filter them: money USD >1e9 <5e9 russia", "screen.filter", "filter"),
                _command("ledger.sort", "s", "Sort by place, magnitude or document", "screen.sort", "sort"),
                _command("ledger.same", "e", "Show where else it stands, or all again", "screen.same", "same"),
                _command("ledger.tolerance", "~", "Say how far the same figure may be off", "screen.tolerance"),
                _command("ledger.unit", "i", "Show values in another unit", "screen.unit", "unit"),
                _command("ledger.copy", "y", "Copy value, sentence and source", "screen.copy_figure"),
                _command("ledger.back", "escape", "Go back: to all figures, to the text", "screen.back"),
                _command("ledger.leave", "q, #", "Go back to the text", "screen.leave", "back"),
            ),
        ),
        (
            "The names of all documents",
            "main",
            (_command("cast", "@", "Show the names of all documents: the cast", "screen.cast"),),
        ),
        (
            "The names of all documents",
            "cast",
            (
                _command("cast.filter", "/", "Filter them: person >10 putin", "screen.filter", "filter"),
                _command("cast.sort", "s", "Sort by mentions, documents or name", "screen.sort", "sort"),
                _command("cast.mentions", "enter", "Show every mention with the words around it", "choose", "mentions"),
                _command("cast.copy", "y", "Copy the name with what is known of it", "screen.copy_member"),
                _command("cast.back", "escape", "Show all of them again, or go back", "screen.back"),
                _command("cast.leave", "q, @", "Go back to the text", "screen.leave", "back"),
            ),
        ),
        (
            "The names of all documents",
            "mentions",
            (
                _command("mentions.mark", "space", "Mark the mention, or take its mark away", "screen.mark", "mark"),
                _command("mentions.mark-all", "A", "Mark all that are shown, or none", "screen.mark_all", "all"),
                _command(
                    "mentions.tag",
                    "t",
                    "Tag the marked ones, or all that are shown, in one step",
                    "screen.tag_mentions",
                    "tag",
                ),
                _command("mentions.undo", "u", "Take back the last change", "screen.undo"),
                _command("mentions.redo", "ctrl+r", "Do it again", "screen.redo"),
                _command("mentions.filter", "/", "Filter them by the words around", "screen.filter"),
                _command("mentions.sort", "s", "Sort by place, words after or words before", "screen.sort", "sort"),
                _command("mentions.copy", "y", "Copy the mention with its source", "screen.copy_mention"),
                _command("mentions.back", "escape", "Show all of them again, or the cast", "screen.back"),
                _command("mentions.leave", "q, @", "Go back to the text", "screen.leave", "back"),
            ),
        ),
        (
            "The window",
            "main",
            (
                _command("pane.next", "tab", "To the next pane", "screen.pane(1)"),
                _command("pane.previous", "shift+tab", "To the pane before", "screen.pane(-1)"),
                _command("document.next", ">", "Open the next document", "screen.document(1)"),
                _command("document.previous", "<", "Open the document before", "screen.document(-1)"),
                _command(
                    "highlights", "H", "Show all highlights, annotations only, or plain text", "screen.highlights"
                ),
                _command(
                    "encoding", "ctrl+e", "Set the encoding that this document's file is read in", "screen.encoding"
                ),
                _command("language", "L", "Set the language that this document is read as", "screen.language"),
                _command("quit", "q, ctrl+q", "Quit", "screen.leave"),
            ),
        ),
        (
            "The window",
            "anywhere",
            (
                _command("help", "?", "Show keys and colours", "screen.help", "help"),
                _command("palette", "ctrl+p", "Search all commands by name", "app.command_palette", "commands"),
            ),
        ),
    )
    for group, scope, rows in groups:
        for id_, keys, help_, action, footer in rows:
            yield Command(id_, tuple(key.strip() for key in keys.split(", ")), help_, scope, group, action, footer)


COMMANDS: tuple[Command, ...] = tuple(_registry())


class KeySequenceError(ValueError):
    """Keys that cannot be given to a command; the text says why, for people."""


def with_keys(overrides: Mapping[str, tuple[str, ...]]) -> tuple[Command, ...]:
    """The commands, with other keys for those whose ids are in `overrides`; no keys leave a command to the palette.

    Raises KeySequenceError for an id that no command has, a key that terminals cannot tell from another, and keys
    that two commands of one pane would share.
    """
    unknown = set(overrides) - {command.id for command in COMMANDS}
    if unknown:
        raise KeySequenceError(f"there is no command “{min(unknown)}”: `newsreader keys` lists them")
    commands = tuple(replace(command, keys=overrides.get(command.id, command.keys)) for command in COMMANDS)
    for pane in SCOPES:
        _check_keys(commands, pane)
    return commands


def _check_keys(commands: tuple[Command, ...], pane: str) -> None:
    taken: dict[tuple[str, ...], Command] = {}
    for command in _nearest_first(commands, pane):
        for keys in command.keys:
            sequence = tuple(keys.split())
            unusable = UNUSABLE_KEYS.intersection(sequence)
            if unusable or not sequence:
                raise KeySequenceError(f"“{keys}” cannot be a key of {command.id}: terminals do not send it")
            other = taken.setdefault(sequence, command)
            if other is not command and other.scope == command.scope:
                raise KeySequenceError(f"“{keys}” is given to both {other.id} and {command.id}")
    for sequence, command in taken.items():
        for length in range(1, len(sequence)):
            if sequence[:length] in taken:
                other = taken[sequence[:length]]
                raise KeySequenceError(f"“{' '.join(sequence)}” of {command.id} begins with the key of {other.id}")


def commands_of(pane: str, commands: Iterable[Command]) -> list[Command]:
    """Those commands whose keys work in a pane, in their order."""
    return [command for command in commands if command.scope in SCOPES[pane]]


def footer_of(pane: str, commands: tuple[Command, ...]) -> list[Command]:
    """The commands that the line of keys names in a pane: those with a footer, but for keys that a nearer one has."""
    nearest: dict[str, Command] = {}
    for command in _nearest_first(commands, pane):
        for keys in command.keys:
            nearest.setdefault(keys, command)
    shown = [command for command in commands_of(pane, commands) if command.footer and command.keys]
    return [command for command in shown if nearest[command.keys[0]] is command]


def _nearest_first(commands: tuple[Command, ...], pane: str) -> Iterator[Command]:
    for scope in SCOPES[pane]:
        yield from (command for command in commands if command.scope == scope)


class KeySequences:
    """Turns key presses in a pane into commands, keeping what has been typed of a sequence such as "g g"."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        self._sequences: dict[str, dict[tuple[str, ...], Command]] = {}
        for pane in SCOPES:
            found: dict[tuple[str, ...], Command] = {}
            for command in _nearest_first(commands, pane):
                for keys in command.keys:
                    found.setdefault(tuple(keys.split()), command)
            self._sequences[pane] = found
        self.pending: tuple[str, ...] = ()

    def press(self, key: str, pane: str) -> Command | None:
        """The command that a key completes in a pane; None where there is none, or `pending` waits for more keys."""
        sequences = self._sequences[pane]
        typed, self.pending = (*self.pending, key), ()
        if typed in sequences:
            return sequences[typed]
        if any(sequence[: len(typed)] == typed for sequence in sequences):
            self.pending = typed
            return None
        return self.press(key, pane) if len(typed) > 1 and key != "escape" else None
