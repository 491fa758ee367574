"""What the reader says of a document's names: what they are, which are the same, and copies with their source."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.documents.document import Span, shorten
from tui.screens.desk.correcting_screen import CorrectingScreen

if TYPE_CHECKING:
    # What reads highlights loads once the first page is on screen.
    from tui.documents.names import NameCorrection
    from tui.highlights.highlight import Entity, EntityLabel
    from tui.highlights.wording import NamedEntity

NAME_LENGTH = 28
TITLE_LENGTH = 20
_OTHER_NAMES: "frozenset[EntityLabel]" = frozenset({"MISC"})


class NamingScreen(CorrectingScreen):
    """A correcting screen whose names the reader can correct, merge, split, copy and hide."""

    def entity_here(self) -> "NamedEntity | None":
        """The entity of the row that has the focus, or the one under the reader's cursor."""
        if self.pane == "entities":
            return self.panel.entities.list.entity
        mention = self._mention_under_cursor()
        return self._entity_of(mention) if mention else None

    def _mention_under_cursor(self) -> "Entity | None":
        cursor = self.reader.cursor
        return next((mention for _, _, mention in self.reader.marks.entities.over(cursor, cursor + 1)), None)

    def _entity_of(self, mention: "Entity") -> "NamedEntity | None":
        same = (mention.label, mention.canonical)
        return next((entity for entity in self._entities() if (entity.label, entity.canonical) == same), None)

    def _entities(self) -> "Sequence[NamedEntity]":
        return [line.entity for line in self.panel.entities.kept]

    # What a name is.

    def action_correct(self) -> None:
        """Ask what the figure or the name here is, or what the selected words are."""
        self.with_document(self._ask)

    def _ask(self) -> None:
        selection, figure, entity = self.reader.selection, self.figure_here(), self.entity_here()
        is_in_list = self.pane in {"figures", "entities"}
        if selection and not is_in_list:
            self._ask_what_words_are(selection)
        elif figure and self.pane != "entities":
            self.ask_what_is_meant(figure)
        elif entity:
            self._ask_what_entity_is(entity)
        else:
            self.say(f"no figure or name here to correct: {self.key_of('select')} selects the words of one")

    def _ask_what_entity_is(self, entity: "NamedEntity") -> None:
        if not self.may_change():
            return
        from tui.highlights.entities.decisions import identified  # noqa: PLC0415 - comes with the recogniser
        from tui.screens.questions.name_correction import NameAnswer, NameQuestion  # noqa: PLC0415 - not before it is asked

        def correct(answer: NameAnswer | None) -> None:
            if answer:
                everywhere, among = answer.everywhere, self._entities()
                corrections = identified(entity, answer.label, answer.name, among, everywhere=everywhere)
                said = _said(entity.name, answer.label, answer.name)
                self._correct(corrections, said, everywhere=everywhere, forms=entity.forms)

        self.app.push_screen(NameQuestion(entity.name, entity.label, entity.forms), correct)

    def _ask_what_words_are(self, selection: Span) -> None:
        words, refusal = self._selected_words(selection)
        if refusal:
            self.say(refusal)
        if refusal or not self.may_change():
            return
        from tui.highlights.entities.decisions import named  # noqa: PLC0415 - comes with the recogniser
        from tui.screens.questions.name_correction import NameAnswer, NameQuestion  # noqa: PLC0415 - not before it is asked

        over = [mention for _, _, mention in self.reader.marks.entities.over(*selection)]
        text = self.reader.structure.text
        mentions = [text[mention.start : mention.end] for mention in over]

        def correct(answer: NameAnswer | None) -> None:
            if answer:
                within = [mention for mention in mentions if words in mention]
                corrections = named(words, answer.label, answer.name, within)
                self._correct(corrections, _said(words, answer.label, answer.name), everywhere=answer.everywhere)

        count = text.count(words)
        self.app.push_screen(NameQuestion(words, over[0].label if over else "PER", ((words, count),)), correct)

    def _selected_words(self, selection: Span) -> tuple[str, str]:
        """The words of a selection, and why they can be no name, empty where they can."""
        text = self.reader.structure.text
        words = text[slice(*selection)].strip()
        start = text.index(words, selection[0])
        around = text[max(0, start - 1) : start] + text[start + len(words) : start + len(words) + 1]
        if not any(map(str.isalnum, words)) or "\n" in words:
            return words, "a name is of words in one paragraph"
        if any(map(str.isalnum, around)):
            return words, "a name is of whole words: select them to their ends"
        return words, ""

    # Which names are the same.

    def action_merge_name(self) -> None:
        """Ask which other name is the same as the one here."""
        self.with_document(self._ask_for_the_same)

    def _ask_for_the_same(self) -> None:
        entity = self.entity_here()
        others = [line for line in self.panel.entities.kept if line.entity is not entity]
        if entity is None or not others:
            self.say("no name here to merge" if entity is None else "no other name to merge it with")
        if entity is None or not others or not self.may_change():
            return
        from tui.highlights.entities.decisions import merged  # noqa: PLC0415 - comes with the recogniser
        from tui.screens.questions.name_merge import MergeAnswer, MergeQuestion  # noqa: PLC0415 - not before it is asked

        def merge(answer: MergeAnswer | None) -> None:
            if answer:
                everywhere, goes = answer.everywhere, answer.goes
                corrections = merged(goes, answer.stays, self._entities(), everywhere=everywhere)
                said = f"“{_short(goes.name)}” is the same as “{_short(answer.stays.name)}”"
                self._correct(corrections, said, everywhere=everywhere, forms=goes.forms)

        self.app.push_screen(MergeQuestion(entity, others), merge)

    def action_split_name(self) -> None:
        """Ask which way of writing the name here is another one's."""
        self.with_document(self._ask_what_leaves)

    def _ask_what_leaves(self) -> None:
        entity, mention = self.entity_here(), self._mention_under_cursor()
        if entity is None:
            self.say("no name here to split")
        elif len(entity.forms) == 1:
            self.say(f"nothing to split: it is always written “{_short(entity.forms[0][0])}”")
        if entity is None or len(entity.forms) == 1 or not self.may_change():
            return
        from tui.highlights.entities.decisions import split  # noqa: PLC0415 - comes with the recogniser
        from tui.screens.questions.name_split import SplitAnswer, SplitQuestion  # noqa: PLC0415 - not before it is asked

        def part(answer: SplitAnswer | None) -> None:
            if answer:
                said = f"“{_short(answer.form)}” is not “{_short(entity.name)}”"
                self._correct(split(entity, answer.form), said, everywhere=answer.everywhere)

        form = self.reader.structure.text[mention.start : mention.end] if mention else ""
        self.app.push_screen(SplitQuestion(entity, form), part)

    def _correct(
        self,
        corrections: "Sequence[NameCorrection]",
        said: str,
        *,
        everywhere: bool,
        forms: Sequence[tuple[str, int]] = (),
    ) -> None:
        """Save corrections, in words for people; those for all documents take the place of what was said of `forms`."""
        document = self.document
        if document is None:
            return
        label = f"{said} in {'all documents' if everywhere else f'“{shorten(document.title, TITLE_LENGTH)}”'}"
        if everywhere:
            words = [form for form, _ in forms]
            self.change(lambda store: store.correct_names(None, corrections, label, instead_of=document, words=words))
        else:
            self.change(lambda store: store.correct_names(document, corrections, label))

    # What is shown and copied.

    def action_other_names(self) -> None:
        """Hide what is neither person, organisation, place nor demonym, or show it again."""
        self.hidden_labels = frozenset() if self.hidden_labels else _OTHER_NAMES
        self.reader.marks.set_highlights(self.found, self.hidden_labels)
        self.reader.highlights_changed()
        self.panel.hide_entities(self.hidden_labels)
        self.show_place()
        self.say(f"other names are {'hidden' if self.hidden_labels else 'shown'}")

    def action_copy_name(self) -> None:
        """Copy the chosen entity's name, type and count, and the sentence of a mention with its source."""
        document, entity = self.document, self.entity_here()
        if document is None or entity is None:
            self.say("no name here to copy")
            return
        from tui.highlights.collection.quotation import name_quotation  # noqa: PLC0415 - the grammar loads beside the text

        start, structure = self.mention_here(entity).start, self.reader.structure
        sentence = document.text[slice(*structure.sentence_at(start))]
        place = f"¶{structure.paragraph_number(start)}"
        self.copy(name_quotation(entity, sentence, document, place), entity.name)


def _said(words: str, label: "EntityLabel | None", name: str) -> str:
    """What a correction says, for people."""
    if label is None:
        return f"“{_short(words)}” is no name"
    from tui.highlights.wording import LABEL_NAMES  # noqa: PLC0415 - comes with the names

    kind = LABEL_NAMES[label]
    sentence = f"“{_short(words)}” is {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    return sentence if name in {"", words} else f"{sentence}, “{_short(name)}”"


def _short(words: str) -> str:
    return shorten(words, NAME_LENGTH)
