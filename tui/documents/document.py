"""The document: one text that every offset refers to, with its title and the place that it came from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

Span = tuple[int, int]
"""`start`, `end`: code points of a document's normalised text, end exclusive."""

TITLE_LENGTH = 100
HEAD_LENGTH = 4096
HASHED_AT_ONCE = 1 << 20

_LINE_BREAKS = ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_CONTROLS = tuple(map(chr, (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0))))
_SURROGATES = re.compile("[\ud800-\udfff]")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$|^(.+)\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_SENTENCE_END = (".", "!", "?", "…", ":", ";", ",")


@dataclass(frozen=True)
class Document:
    """One readable text.

    `text` is normalised; `path` is None for standard input. `date` and `language` are what the document itself
    declares (ISO 8601, ISO 639-1), None where it declares nothing.
    """

    # Whoever logs or names what works on a document would else write out all of it.
    text: str = field(repr=False)
    title: str
    path: Path | None
    date: str | None
    language: str | None
    encoding: str

    @cached_property
    def sha256(self) -> str:
        """The text's SHA-256; the first to ask waits for it, a second for some hundreds of megabytes."""
        return text_sha256(self.text)


def normalise_text(raw: str) -> str:
    """The text in which every line ends in LF and no character is a control, but for tab and LF.

    CR LF counts as one line break; byte order marks at the start go; each other control, and each lone surrogate,
    becomes one U+FFFD, so that nothing disappears unseen. Composed and decomposed letters stay as they are.
    Idempotent.
    """
    text = raw.lstrip("\ufeff")
    # Looking for one character at a time is far quicker than for two or a pattern, and most texts have none of these.
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    for line_break in _LINE_BREAKS:
        text = text.replace(line_break, "\n")
    for control in _CONTROLS:
        text = text.replace(control, "\ufffd")
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def text_sha256(text: str) -> str:
    """The hexadecimal SHA-256 of a normalised text's UTF-8 bytes."""
    import hashlib  # noqa: PLC0415 - loads OpenSSL, for which the first page need not wait

    # Encoded in pieces, a long text neither doubles in memory nor stops other threads.
    digest = hashlib.sha256()
    for start in range(0, len(text), HASHED_AT_ONCE):
        digest.update(text[start : start + HASHED_AT_ONCE].encode())
    return digest.hexdigest()


def make_document(raw: str, path: Path | None, encoding: str) -> Document:
    """The document of a decoded text: normalised, titled, dated."""
    text = normalise_text(raw)
    matter, body = front_matter(text)
    return Document(
        text=text,
        title=_declared(matter, "title") or title_of(body, markdown=path is not None and path.suffix == ".md"),
        path=path,
        date=_declared_date(matter) or (_date_in_name(path.name) if path else None),
        language=(_declared(matter, "language") or _declared(matter, "lang") or "").lower()[:2] or None,
        encoding=encoding,
    )


def front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The YAML mapping that a text opens with, and the text after it; an empty mapping where there is none."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    import yaml  # noqa: PLC0415 - only a document with front matter pays for it

    try:
        matter = yaml.safe_load(match[1])
    # A value that YAML cannot make, such as the 45th of a month, raises what its own parser does.
    except (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return {}, text
    return (matter, text[match.end() :]) if isinstance(matter, dict) else ({}, text)


def title_of(text: str, *, markdown: bool = False) -> str:
    """A title of at most 100 characters: a Markdown heading, a short first line that is no sentence, or first words."""
    head = text[:HEAD_LENGTH].strip()
    if markdown and (heading := _HEADING.search(head)):
        head = heading[1] or heading[2]
    first_line = " ".join(head.partition("\n")[0].split())
    if len(first_line) <= TITLE_LENGTH and not first_line.endswith(_SENTENCE_END):
        return first_line
    return shorten(first_line, TITLE_LENGTH)


def counted(number: int, what: str) -> str:
    """A number of things for people, digits grouped in threes by blanks."""
    return f"{number:,} {what}{'' if number == 1 else 's'}".replace(",", " ")


def shorten(text: str, length: int) -> str:
    """At most `length` characters of a text on one line, cut between words and then ended by an ellipsis."""
    line = " ".join(text[: length * 4].split())
    if len(line) <= length:
        return line
    cut = line.rfind(" ", length // 2, length)
    return line[: cut if cut > 0 else length - 1].rstrip(" ,;:.–—-") + "…"


def _declared(matter: Mapping[str, object], name: str) -> str | None:
    value = matter.get(name)
    return " ".join(str(value).split())[: TITLE_LENGTH * 2] or None if isinstance(value, str | int | float) else None


def _declared_date(matter: Mapping[str, object]) -> str | None:
    value = matter.get("date")
    if isinstance(value, date):
        return value.isoformat()[:10]
    return _date_in_name(value) if isinstance(value, str) else None


def _date_in_name(name: str) -> str | None:
    match = _NAME_DATE.search(name)
    return "-".join(match.groups()) if match else None
