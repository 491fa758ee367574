"""The lesson: its steps, and when each is done."""

import re
from dataclasses import replace

from tui.annotations.annotation import Annotation
from tui.commands.registry import COMMANDS
from tui.documents.readers import read_document
from tui.tutorial.article import article
from tui.tutorial.lesson import Lesson, Scene, Step
from tui.tutorial.steps import FAREWELL, STEPS

PLACEHOLDER = re.compile(r"\{([a-z0-9.-]+)\}")
PANEL_WIDTH = 78


def annotation(*tags: str, note: str = "") -> Annotation:
    return Annotation("a", "d", None, tags, note, "2026", "2026", "ana")


def test_every_step_says_in_two_lines_that_fit_with_keys_that_there_are() -> None:
    keys = {command.id: command.keys[0] for command in COMMANDS}
    for words in (*(step.words for step in STEPS), FAREWELL):
        lines = PLACEHOLDER.sub(lambda match: keys[match[1]], words).split("\n")
        assert len(lines) == 2
        assert max(map(len, lines)) <= PANEL_WIDTH, lines


def test_no_step_is_done_before_anything_has_been_done() -> None:
    assert len(STEPS) == 10
    assert not any(step.is_done(Scene(), Scene()) for step in STEPS)


def test_a_lesson_goes_from_scene_to_scene_and_each_step_begins_where_the_last_ended() -> None:
    start, sentence = Scene(annotations=(annotation("x"),)), "A whole sentence."
    scenes = [
        replace(start, cursor=9, figure=(9, 12)),
        replace(start, annotations=(annotation("x", "money"),)),
        replace(start, selected=sentence, sentence=f"{sentence} "),
        replace(start, annotations=(annotation("x", "money"), annotation("quote"))),
        replace(start, annotations=(annotation("x", "money"),)),
        replace(start, selected="whole sentence"),
        replace(start, annotations=(annotation("x", note="why?"),)),
        replace(start, pane="mentions"),
        replace(start, filter="why"),
        replace(start, exports=1),
    ]
    lesson = Lesson(STEPS)
    assert not lesson.look(start)
    done = [lesson.look(scene) for scene in scenes]
    assert done == [True] * 10
    assert lesson.step is None
    assert (lesson.done, lesson.number) == (10, 10)


def test_a_step_is_done_by_who_has_first_taken_back_what_was_there_at_its_start() -> None:
    lesson = Lesson(STEPS[3:])
    scenes = [(annotation("money"),), (), (annotation("quote"),)]
    assert [lesson.look(Scene(annotations=annotations)) for annotations in scenes] == [False, False, True]


def test_a_skipped_step_is_not_counted_as_done() -> None:
    lesson = Lesson((Step("Go\non", lambda _before, now: now.cursor == 1), Step("Go\non", lambda *_scenes: True)))
    lesson.skip(Scene())
    assert lesson.look(Scene())
    lesson.skip(Scene())
    assert (lesson.done, lesson.number) == (1, 2)


def test_the_article_can_be_read() -> None:
    assert "5.5 mil millones" in read_document(article()).text
