"""One registry of commands: their keys are told apart, remapped, and documented."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.settings import keys_page
from tui.commands.registry import COMMANDS, UNUSABLE_KEYS, KeySequenceError, KeySequences, footer_of, with_keys
from tui.commands.scopes import SCOPES


def pressed(pane: str, *keys: str, overrides: dict[str, tuple[str, ...]] | None = None) -> list[str]:
    """The ids of the commands that keys run in a pane."""
    sequences = KeySequences(with_keys(overrides or {}))
    return [command.id for key in keys if (command := sequences.press(key, pane))]


class TestRegistry:
    def test_every_command_has_its_own_id_a_key_and_help(self) -> None:
        assert len({command.id for command in COMMANDS}) == len(COMMANDS)
        assert all(command.keys and command.help and command.action for command in COMMANDS)

    @pytest.mark.parametrize("pane", SCOPES)
    def test_no_footer_has_more_words_than_a_line_holds(self, pane: str) -> None:
        footer = footer_of(pane, COMMANDS)
        assert footer
        assert sum(len(f"{command.keys[0]} {command.footer}   ") for command in footer) < 80
        assert all(pressed(pane, command.keys[0]) == [command.id] for command in footer)

    @pytest.mark.parametrize("pane", SCOPES)
    def test_a_footer_ends_in_help_and_the_palette(self, pane: str) -> None:
        assert [command.id for command in footer_of(pane, COMMANDS)[-2:]] == ["help", "palette"]

    @pytest.mark.parametrize("pane", SCOPES)
    def test_each_key_of_a_command_runs_it_in_a_pane_unless_a_nearer_one_has_it(self, pane: str) -> None:
        scopes = SCOPES[pane]
        for command in COMMANDS:
            for keys in command.keys if command.scope in scopes else ():
                (ran,) = pressed(pane, *keys.split())
                by_id = {other.id: other for other in COMMANDS}
                assert scopes.index(by_id[ran].scope) <= scopes.index(command.scope)

    def test_the_page_of_keys_is_current(self) -> None:
        page = Path(__file__).parents[1] / "docs" / "keys.md"
        assert page.read_text(encoding="utf-8") == keys_page(COMMANDS), "run: newsreader keys --markdown > docs/keys.md"


class TestSequences:
    def test_a_sequence_runs_once_it_is_whole(self) -> None:
        sequences = KeySequences(COMMANDS)
        assert sequences.press("g", "reader") is None
        assert sequences.pending == ("g",)
        command = sequences.press("g", "reader")
        assert command is not None
        assert (command.id, sequences.pending) == ("text.start", ())

    def test_a_key_that_continues_no_sequence_does_its_own_work(self) -> None:
        assert pressed("reader", "g", "w") == ["word.next"]

    def test_escape_only_leaves_a_sequence(self) -> None:
        assert pressed("reader", "g", "escape", "g", "g") == ["text.start"]

    def test_one_key_does_what_each_pane_needs(self) -> None:
        assert [pressed(pane, "j") for pane in ("reader", "library")] == [["cursor.down"], ["row.down"]]

    @given(
        st.lists(st.sampled_from(["g", "f", "]", "[", "w", "escape", "x", "tab", "🙂"])), st.sampled_from(list(SCOPES))
    )
    def test_what_is_pending_always_begins_a_sequence(self, keys: list[str], pane: str) -> None:
        sequences = KeySequences(COMMANDS)
        begun = {tuple(keys.split())[:1] for command in COMMANDS for keys in command.keys if " " in keys}
        for key in keys:
            sequences.press(key, pane)
            assert not sequences.pending or sequences.pending in begun


class TestOtherKeys:
    def test_a_command_with_other_keys_loses_its_own(self) -> None:
        overrides = {"word.next": ("V", "g w")}
        assert pressed("reader", "w", "V", "g", "w", overrides=overrides) == ["word.next", "word.next"]

    def test_a_command_may_have_no_keys(self) -> None:
        assert pressed("reader", "w", overrides={"word.next": ()}) == []

    @pytest.mark.parametrize(
        ("overrides", "reason"),
        [
            ({"wrd.next": ("z",)}, "there is no command “wrd.next”"),
            ({"word.next": ("b",)}, "“b” is given to both"),
            ({"tag": ("m",)}, "“m” is given to both"),
            ({"word.next": ("",)}, "cannot be a key"),
            ({"word.next": ("b x",)}, "begins with the key of word.previous"),
            ({"tag": ("g",)}, "begins with the key of tag"),
            *(({"word.next": (key,)}, "terminals do not send it") for key in sorted(UNUSABLE_KEYS)),
        ],
    )
    def test_keys_that_cannot_be_told_apart_are_refused(
        self, overrides: dict[str, tuple[str, ...]], reason: str
    ) -> None:
        with pytest.raises(KeySequenceError, match=reason):
            with_keys(overrides)

    def test_two_commands_may_swap_their_keys(self) -> None:
        overrides = {"word.next": ("b",), "word.previous": ("w",)}
        assert pressed("reader", "b", "w", overrides=overrides) == ["word.next", "word.previous"]
