"""What the reader does with tags in the codebook: each is one change, and what it touches is told before."""

import os
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on

from tui.annotations.annotation import COLOUR, PINS, Tag, TagError
from tui.annotations.codebook import (
    Renaming,
    deletion,
    family,
    merged_into,
    one_name,
    parents,
    renaming,
)
from tui.annotations.codebook_file import CodebookFileError, codebook_toml, read_codebook
from tui.config import export_folder
from tui.documents.document import counted
from tui.screens.lists.codebook_screen import CodebookScreen, colour_name
from tui.screens.lists.split_screen import SplitScreen
from tui.screens.questions.line_input import LineInput
from tui.screens.questions.suggesting_input import SuggestingInput, Suggestion
from tui.widgets.codebook_list import NO_OWN_COLOUR, OWN_COLOUR, TagRow
from tui.widgets.reader.wrapping import visible
from tui.widgets.row_list import RowList
from tui.widgets.tags import HUES, tag_colour

if TYPE_CHECKING:
    from tui.annotations.store import AnnotationStore
    from tui.documents.passage import Passage
    from tui.screens.desk.tagging_screen import TaggingScreen

AT_ONCE = 300
"""So many annotations are changed while a key waits; more are changed in a thread."""
MOST_NAMED = 3


class CodebookEditingScreen(CodebookScreen):
    """A codebook in which tags are made, renamed, merged, split, coloured, described, pinned and deleted.

    `open_passage` shows a place in its document, `show_tagged` all annotations of a tag and those below it.
    """

    def __init__(
        self,
        desk: "TaggingScreen",
        store: "AnnotationStore",
        open_passage: "Callable[[Passage], None]",
        show_tagged: Callable[[str], Awaitable[None]],
    ) -> None:
        super().__init__(desk, store)
        self._open_passage, self._show_tagged = open_passage, show_tagged

    def _chosen(self) -> TagRow | None:
        """The tag under the cursor, where it can be changed; tells why where it cannot."""
        if not self.desk.may_change(self):
            return None
        if self.list.current is None:
            self.say("no tag here")
        return self.list.current

    def _say_of(self, name: str, change: Callable[[Tag], Tag], label: str) -> None:
        """Change what is said of a tag, as it is by then."""

        def say(store: "AnnotationStore") -> None:
            store.set_tags([change(store.tags().get(name, Tag(name)))], label)

        self.desk.change(say, self)

    def _rename(self, change: Callable[[Iterable[str]], Renaming], label: str, annotations: int) -> None:
        """Make of the tags that there are by then what `change` gives, on so many annotations."""

        def rename(store: "AnnotationStore") -> None:
            store.rename_tags(change(store.tags()), label)

        if annotations > AT_ONCE:
            self.desk.change_aside(rename, self)
        else:
            self.desk.change(rename, self)

    # Names.

    def action_new(self) -> None:
        """Ask for the name of a new tag."""
        if not self.desk.may_change(self):
            return
        known = self.store.tags()

        def tell(typed: str) -> str:
            name = one_name(typed)
            if name in known:
                raise TagError(f"{name} is there already")
            return f"makes {name}"

        def make(name: str | None) -> None:
            if name is not None:
                self.go_to(one_name(name))
                self._say_of(one_name(name), lambda tag: tag, f"made the tag {one_name(name)}")

        above = next(parents(self.list.current.tag.name), None) if self.list.current else None
        hint = "arms/exports is a child of arms   enter makes it   escape leaves"
        self.app.push_screen(SuggestingInput("A new tag", f"{above}/" if above else "", (), tell, hint), make)

    def action_rename(self) -> None:
        """Ask for another name of the chosen tag; another path moves it."""
        row = self._chosen()
        if row:
            hint = "another path moves it   ↓ ↑ a tag that is there, to merge with   enter renames   escape leaves"
            self._ask_for_name(row, f"Another name for {row.tag.name}", row.tag.name, hint)

    def action_merge(self) -> None:
        """Ask which tag the chosen one shall go into."""
        row = self._chosen()
        if row:
            hint = "↓ ↑ choose   tab completes   enter merges   escape leaves"
            self._ask_for_name(row, f"The tag that takes in {row.tag.name}", "", hint)

    def _ask_for_name(self, row: TagRow, title: str, value: str, hint: str) -> None:
        old, names = row.tag.name, list(self.store.tags())
        touched = self.store.touched(renaming(names, old, old))

        def tell(typed: str) -> str:
            name = one_name(typed)
            if name == old:
                raise TagError("type the other name")
            merged = merged_into(names, renaming(names, old, name))
            if merged:
                return f"merges with {_listed(merged)}: {touched}"
            return f"renames {touched}"

        def rename(typed: str | None) -> None:
            if typed is None:
                return
            new = one_name(typed)
            is_merged = new in merged_into(names, renaming(names, old, new))
            verb = f"merged {old} into {new}" if is_merged else f"renamed {old} to {new}"
            label = f"{verb}, on {counted(touched.annotations, 'annotation')}"
            self.go_to(new)
            self._rename(lambda names: renaming(names, old, new), label, touched.annotations)

        others = [name for name in names if name not in family(names, old)]
        self.app.push_screen(SuggestingInput(title, value, self._as_suggestions(others), tell, hint), rename)

    def _as_suggestions(self, names: Sequence[str]) -> list[Suggestion]:
        counts = self.store.tag_counts()
        return [Suggestion(name, Text(visible(f" {name} {counts[name]}"))) for name in names]

    def action_delete(self) -> None:
        """Delete the chosen tag with its children, everywhere."""
        row = self._chosen()
        if row is None:
            return
        rest = self.list.rows[self.list.cursor + 1 :]
        after = next((one.tag.name for one in rest if not one.tag.name.startswith(f"{row.tag.name}/")), None)
        if after:
            self.go_to(after)
        name = row.tag.name
        label = f"deleted {name}, on {counted(row.use.whole, 'annotation')}"
        self._rename(lambda names: deletion(names, name), label, row.use.whole)

    # What is said of a tag.

    def action_describe(self) -> None:
        """Ask what the chosen tag means."""
        row = self._chosen()
        if row is None:
            return
        tag = row.tag

        def describe(words: str | None) -> None:
            if words is not None and words != tag.description:
                label = f"described {tag.name}" if words else f"{tag.name} has no description any more"
                self._say_of(tag.name, lambda tag: replace(tag, description=words), label)

        hint = "enter saves   escape leaves"
        self.app.push_screen(LineInput(f"What {tag.name} means", tag.description, hint), describe)

    def action_colour(self) -> None:
        """Ask for the colour of the chosen tag."""
        row = self._chosen()
        if row is None:
            return
        tag = row.tag
        hues = {"": f"{NO_OWN_COLOUR} none of its own", **{hue: f"{OWN_COLOUR} {name}" for name, hue in HUES.items()}}
        dark = self.app.current_theme.dark

        def shown(hue: str, words: str) -> Text:
            colour = tag_colour(tag.name, dark=dark, said={tag.name: hue} if hue else {})
            return Text.assemble((f" {words[0]}", colour.hex), f"{words[1:]} {hue} ")

        def colour(typed: str | None) -> None:
            if typed is not None and typed != (tag.colour or ""):
                label = f"{tag.name} is {colour_name(typed)}" if typed else f"{tag.name} has no colour of its own"
                self._say_of(tag.name, lambda tag: replace(tag, colour=typed or None), label)

        suggestions = [Suggestion(hue, shown(hue, words)) for hue, words in hues.items()]
        hint = "↓ ↑ choose   enter saves   escape leaves"
        self.app.push_screen(
            SuggestingInput(f"Colour of {tag.name}", tag.colour or "", suggestions, _tell_colour, hint), colour
        )

    def action_pin(self) -> None:
        """Ask for the digit that shall put the chosen tag on."""
        row = self._chosen()
        if row is None:
            return
        pinned = self.store.pinned()
        free = [f"{digit} {pinned[digit]}" if digit in pinned else f"{digit}" for digit in PINS]

        def pin(typed: str | None) -> None:
            if typed is not None:
                self._pin_to(row, int(typed) if typed else None)

        def tell(typed: str) -> str:
            if typed and not (typed.isdecimal() and int(typed) in PINS):
                raise ValueError("a digit from 1 to 9, or nothing")
            if not typed:
                return "no digit puts it on"
            other = pinned.get(int(typed))
            return f"{other} loses its digit" if other and other != row.tag.name else f"{typed} puts it on"

        suggestions = [Suggestion(words[0], Text(visible(f" {words} "))) for words in free]
        hint = "1–9, or none   enter pins   escape leaves"
        title = f"The digit that puts on {row.tag.name}"
        self.app.push_screen(SuggestingInput(title, str(row.pin or ""), suggestions, tell, hint), pin)

    def action_pin_to(self, digit: int) -> None:
        """Pin the chosen tag to a digit, or unpin it where it has that one."""
        row = self._chosen()
        if row:
            self._pin_to(row, None if row.pin == digit else digit)

    def _pin_to(self, row: TagRow, digit: int | None) -> None:
        if digit != row.pin:
            self.desk.change(lambda store: store.pin(row.tag.name, digit), self)

    # The codebook as a file.

    def action_export(self) -> None:
        """Ask for a TOML file, and write the codebook to it."""

        def export(path: str | None) -> None:
            if path:
                self._export(_path(path))

        hint = "a TOML file, which is replaced   enter writes   escape leaves"
        self.app.push_screen(LineInput("Export the codebook to", str(self._file), hint), export)

    def _export(self, path: Path) -> None:
        tags = [*self.store.tags().values()]
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(codebook_toml(tags), encoding="utf-8")
        except OSError as error:
            self.fail(f"not exported: {path}: {error.strerror or error}")
        else:
            self.say(f"exported {counted(len(tags), 'tag')} to {path}")

    def action_import(self) -> None:
        """Ask for a TOML file, and add what it says of tags to the codebook."""
        if not self.desk.may_change(self):
            return

        def bring_in(path: str | None) -> None:
            if path:
                self._bring_in(_path(path))

        hint = "a TOML file; tags are added, none goes   enter reads   escape leaves"
        self.app.push_screen(LineInput("Take in the codebook", str(self._file), hint), bring_in)

    def _bring_in(self, path: Path) -> None:
        try:
            tags = read_codebook(path)
        except CodebookFileError as error:
            self.fail(str(error))
            return

        def bring_in(store: "AnnotationStore") -> str | None:
            return None if store.bring_in(tags, path.name) else f"{path.name} says nothing new"

        self.desk.change(bring_in, self)

    @property
    def _file(self) -> Path:
        return export_folder(self.config, self.store.path) / "codebook.toml"

    # Where a tag is used, and undo.

    @on(RowList.Chosen)
    async def _show_uses(self) -> None:
        """Show the annotations that carry the chosen tag or one below it."""
        row = self.list.current
        if row and row.use.whole:
            await self._show_tagged(row.tag.name)
        elif row:
            self.say(f"nothing carries {row.tag.name}")

    def action_split(self) -> None:
        """Show the annotations that carry the chosen tag itself, to give some of them another one."""
        row = self.list.current
        if row is None:
            return
        if not row.use.own:
            self.say(f"nothing carries {row.tag.name} itself")
            return
        self.app.push_screen(SplitScreen(self.desk, self.store, row.tag.name, self._open_passage))

    def action_undo(self) -> None:
        """Take back the last change."""
        self.desk.undo(self)

    def action_redo(self) -> None:
        """Do the last undone change again."""
        self.desk.redo(self)


def _path(typed: str) -> Path:
    # A home that there is not stays as it was written.
    return Path(os.path.expanduser(typed))  # noqa: PTH111


def _listed(names: Sequence[str]) -> str:
    """Some names for people, as in "arms, ships and 3 more"."""
    rest = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")


def _tell_colour(typed: str) -> str:
    """What a colour does; raises ValueError for what is none."""
    if typed and not COLOUR.fullmatch(typed):
        raise ValueError("a colour is # and six hexadecimal digits, as in #0072b2")
    return f"its colour is {colour_name(typed)}" if typed else "its colour is its parent's, or any"
