"""A filter line lets through just the annotations that a slow and simple reading of it would."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.annotation import Anchor, Annotation
from tui.annotations.listing import ListedAnnotation, ListedDocument
from tui.documents.finding import folded_text
from tui.documents.progress import Progress
from tui.search.annotations import annotation_test
from tui.search.fields import OF_ANNOTATIONS, OF_DOCUMENTS, Filter, QueryError
from tui.search.line import Line, parse_line
from tui.search.periods import day_of, period

TODAY = date(2026, 11, 23)
READ, UNREAD = Path("/news/read.txt"), Path("/news/new.txt")
TAGS = ("arms", "arms/exports", "check", "Arms-Race")
NOTES = ("", "Ask the Ministry again", "¿Cuántos años?", "arms")
QUOTES = ("", "5.5 mil millones", "Años después", "the ministry")


def progress(path: Path) -> Progress:
    return Progress(9, 10, 10) if path == READ else Progress()


@dataclass(frozen=True)
class Case:
    """One row, made of plain values."""

    tags: tuple[str, ...]
    note: str
    quote: str
    days_ago: int
    creator: str
    path: Path
    is_orphan: bool
    in_conflict: bool

    @property
    def row(self) -> ListedAnnotation:
        moment = datetime.combine(TODAY, datetime.min.time()).astimezone(UTC) + timedelta(hours=12, days=-self.days_ago)
        anchor = Anchor(5, 5 + len(self.quote), self.quote, "", "", "0") if self.quote else None
        stamp = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        annotation = Annotation("1", "2", anchor, self.tags, self.note, stamp, stamp, self.creator)
        document = ListedDocument("2", self.path, "", folded_text(f"El Año\n{self.path.name}"))
        span = None if self.is_orphan or not anchor else (anchor.start, anchor.end)
        searchable = folded_text(f"{self.quote}\n{self.note}")
        return ListedAnnotation(annotation, document, searchable, self.in_conflict, is_placed=True, span=span)


cases = st.builds(
    Case,
    st.lists(st.sampled_from(TAGS), unique=True).map(tuple),
    st.sampled_from(NOTES),
    st.sampled_from(QUOTES),
    st.integers(0, 12),
    st.sampled_from(("ana", "Diana", "Ana López")),
    st.sampled_from((READ, UNREAD)),
    st.booleans(),
    st.booleans(),
)

MODEL = {
    "tag:arms": lambda case: bool({"arms", "arms/exports"} & set(case.tags)),
    "tag:arms*": lambda case: bool({"arms", "arms/exports", "Arms-Race"} & set(case.tags)),
    "tag:ARMS/exports": lambda case: "arms/exports" in case.tags,
    "has:note": lambda case: case.note != "",
    "has:tag": lambda case: case.tags != (),
    "has:quote": lambda case: case.quote != "",
    "is:orphan": lambda case: case.is_orphan and case.quote != "",
    "is:conflict": lambda case: case.in_conflict,
    "is:read": lambda case: case.path == READ,
    "is:unread": lambda case: case.path == UNREAD,
    "since:7d": lambda case: case.days_ago < 7,
    "until:2026-11-20": lambda case: case.days_ago >= 3,
    "on:yesterday": lambda case: case.days_ago == 1,
    "on:2026-11": lambda _: True,
    "by:ana": lambda case: case.creator != "Diana",
    "document:READ": lambda case: case.path == READ,
    'document:"el ano"': lambda _: True,
    "figure:money": lambda case: case.quote != "" and not case.is_orphan and case.path == READ,
    "ministry": lambda case: "inistry" in case.note + case.quote,
    "anos": lambda case: "ños" in case.note + case.quote,
    '"5.5 mil"': lambda case: "5.5 mil" in case.quote,
}


def passes(line: str, case: Case, kept: dict[str, str] | None = None) -> bool:
    parsed = parse_line(line, OF_ANNOTATIONS, kept or {})
    test = annotation_test(parsed, progress, lambda _: {READ: [(0, 6)]}, TODAY)
    return test is None or test(case.row)


class TestAnnotations:
    @given(st.lists(st.tuples(st.sampled_from(sorted(MODEL)), st.booleans()), max_size=4), cases)
    def test_all_parts_of_a_line_must_hold_and_a_minus_turns_one_round(
        self, asked: list[tuple[str, bool]], case: Case
    ) -> None:
        line = " ".join(f"-{part}" if is_negated else part for part, is_negated in asked)
        assert passes(line, case) == all(MODEL[part](case) != is_negated for part, is_negated in asked)

    @given(st.sampled_from(sorted(MODEL)), st.sampled_from(sorted(MODEL)), cases)
    def test_a_kept_filter_stands_for_what_it_holds(self, first: str, second: str, case: Case) -> None:
        kept = {"one": first, "both": f"@one {second}"}
        assert passes("@both", case, kept) == passes(f"{first} {second}", case)

    def test_nothing_passes_as_long_as_it_is_not_known_where_names_stand(self) -> None:
        for line in ("entity:kim", "-entity:kim"):
            test = annotation_test(parse_line(line, OF_ANNOTATIONS, {}), progress, lambda _: None, TODAY)
            assert test is not None
            assert not test(Case((), "note", "quote", 0, "ana", READ, is_orphan=False, in_conflict=False).row)


class TestReading:
    def test_words_fields_and_what_must_not_be_are_told_apart(self) -> None:
        assert parse_line('Años "corea del  NORTE" -rusia -tag:x figure:>1e9 USD', OF_DOCUMENTS, {}) == Line(
            ("anos", "corea del norte"), ("rusia",), (Filter("tag", "x", True), Filter("figure", ">1e9 USD"))
        )

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            ("tag:", "“tag:” is to be followed by what is asked for, as in tag:arms"),
            ("is:old", "“is:old” is not known; there are is:orphan, is:conflict, is:unread, is:begun, is:read"),
            ("lang:es", "“lang:” is not asked for here; there are tag:, entity:,"),
            ("since:soon", "since: “soon” is no day; write 2026-11-01, 2026-11, 2026, today, yesterday, 7d or 2w"),
            ("on:2026-02-30", "on: “2026-02-30” is no day"),
            ("figure:>much", "figure: “much” is no number"),
            ("@nothing", "no filter is kept as “@nothing”; there are @round, @week"),
            ("@round", "“@round” stands for itself"),
        ],
    )
    def test_a_wrong_line_is_told_in_one_sentence(self, line: str, sentence: str) -> None:
        with pytest.raises(QueryError) as error:
            parse_line(line, OF_ANNOTATIONS, {"week": "since:7d", "round": "a @round"})
        assert str(error.value).startswith(sentence)

    @given(st.text('tag:is@-" .*é年', max_size=12))
    def test_any_line_is_a_filter_or_wrong_for_one_reason(self, line: str) -> None:
        with suppress(QueryError):
            parse_line(line, OF_ANNOTATIONS, {})


class TestDays:
    @pytest.mark.parametrize(
        ("entered", "first", "after"),
        [
            ("2024-02", "2024-02-01", "2024-03-01"),
            ("2023-12", "2023-12-01", "2024-01-01"),
            ("2024", "2024-01-01", "2025-01-01"),
            ("today", "2026-11-23", "2026-11-24"),
            ("1d", "2026-11-23", "2026-11-24"),
            ("2w", "2026-11-10", "2026-11-24"),
        ],
    )
    def test_a_period_has_a_first_day_and_one_after_it(self, entered: str, first: str, after: str) -> None:
        assert tuple(map(str, period(entered, TODAY))) == (first, after)

    def test_a_moment_that_is_none_stands_for_itself(self) -> None:
        assert day_of("some day") == "some day"
