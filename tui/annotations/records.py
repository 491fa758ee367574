"""The JSON objects of the annotations file, and the values that they keep."""

from collections.abc import Iterable, Mapping
from typing import Any

from tui.annotations.annotation import COLOUR, PINS, Anchor, AnnotatedDocument, Annotation, Correction, KeptFilter, Tag
from tui.documents.conventions import LAST_YEAR, Conventions
from tui.documents.names import NameCorrection

Record = dict[str, Any]


def annotation_record(annotation: Annotation) -> Record:
    """The record of an annotation; without the field `conflict` where it is in none."""
    anchor = annotation.anchor and _fields(annotation.anchor)
    record = {**_fields(annotation), "anchor": anchor, "tags": list(annotation.tags)}
    if annotation.conflict is None:
        del record["conflict"]
    return record


def annotation_of(record: Mapping[str, Any]) -> Annotation:
    """The annotation in a record; raises ValueError for a record that holds none."""
    try:
        anchor = record["anchor"]
        return Annotation(
            **_required(record, "id", "document", "note", "created", "modified", "creator"),
            anchor=None if anchor is None else anchor_of(anchor),
            tags=_texts(record["tags"]),
            conflict=_optional(record, "conflict"),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not an annotation: {error}") from error


def document_record(document: AnnotatedDocument) -> Record:
    """The record of a document; without the fields `conventions` and `encoding` where the reader has not said them."""
    record = {**_fields(document), "conventions": conventions_record(document.conventions)}
    for name in ("conventions", "encoding"):
        if not record[name]:
            del record[name]
    return record


def document_of(record: Mapping[str, Any]) -> AnnotatedDocument:
    """The document in a record; raises ValueError for a record that holds none."""
    try:
        return AnnotatedDocument(
            **_required(record, "id", "title", "sha256", "added"),
            path=_optional(record, "path"),
            language=_optional(record, "language"),
            encoding=_optional(record, "encoding"),
            conventions=_conventions_of(record.get("conventions") or {}),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a document: {error}") from error


def conventions_record(conventions: Conventions) -> Record | None:
    """The record of a text's conventions, or None where there are none."""
    said = {**_fields(conventions), "currencies": dict(conventions.currencies)}
    return {name: value for name, value in said.items() if value} or None


def correction_record(correction: Correction) -> Record:
    """The record of what the reader says about names, flat."""
    record = {**_fields(correction), **_fields(correction.name)}
    del record["name"]
    return record


def correction_of(record: Mapping[str, Any]) -> Correction:
    """What the reader says about names in a record; raises ValueError for a record that holds nothing of the kind."""
    try:
        name = NameCorrection(label=_optional(record, "label"), **_required(record, "text", "canonical"))
        return Correction(
            **_required(record, "id", "modified", "creator"), document=_optional(record, "document"), name=name
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a correction: {error}") from error


def tag_record(tag: Tag) -> Record:
    """The record of a tag; without the field `pin` where it has none."""
    record = _fields(tag)
    if tag.pin is None:
        del record["pin"]
    return record


def tag_of(record: Mapping[str, Any]) -> Tag:
    """The tag in a record; raises ValueError for a record that holds none."""
    try:
        return Tag(
            **_required(record, "name", "description"),
            colour=_colour(record.get("colour")),
            pin=_pin(record.get("pin")),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a tag: {error}") from error


def kept_filter_record(kept: KeptFilter) -> Record:
    """The record of a filter that is kept."""
    return _fields(kept)


def kept_filter_of(record: Mapping[str, Any]) -> KeptFilter:
    """The filter in a record; raises ValueError for a record that holds none."""
    try:
        return KeptFilter(**_required(record, "name", "query"))
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a filter: {error}") from error


def _conventions_of(record: Mapping[str, Any]) -> Conventions:
    decimal, year = record.get("decimal"), record.get("year")
    if decimal not in (None, ".", ",") or not (year is None or (isinstance(year, int) and 0 < year <= LAST_YEAR)):
        raise ValueError(f"no conventions of a text: {record}")
    currencies = {_text(assumed): _text(meant) for assumed, meant in record.get("currencies", {}).items()}
    return Conventions(currencies, decimal, year)


def _colour(value: object) -> str | None:
    if value is not None and not (isinstance(value, str) and COLOUR.fullmatch(value)):
        raise ValueError(f"not a tag: {value!r} is no colour such as #0072b2")
    return value


def _pin(value: object) -> int | None:
    # True is 1, and no digit.
    if value is not None and (type(value) is not int or value not in PINS):
        raise ValueError(f"not a tag: {value!r} is no digit from 1 to 9")
    return value


def _fields(
    value: Annotation | Anchor | AnnotatedDocument | Tag | KeptFilter | Conventions | Correction | NameCorrection,
) -> Record:
    # Not asdict(), which copies what is in the fields too.
    return {name: getattr(value, name) for name in value.__slots__}


def anchor_of(record: Mapping[str, Any]) -> Anchor:
    """The anchor in an object of a record; raises ValueError, KeyError or TypeError for one that holds none."""
    start, end = record["start"], record["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end and record["exact"]):
        raise ValueError("not an anchor: its span is empty or no span")
    return Anchor(start=start, end=end, **_required(record, "exact", "prefix", "suffix", "sha256"))


def _required(record: Mapping[str, Any], *names: str) -> dict[str, str]:
    return {name: _text(record[name]) for name in names}


def _optional(record: Mapping[str, Any], name: str) -> str | None:
    return None if record.get(name) is None else _text(record[name])


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError(f"{values!r} is no list")
    return tuple(_text(value) for value in values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
