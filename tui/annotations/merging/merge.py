"""Joining the annotations of two files, record by record, by id and time, so that nothing is lost."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath
from typing import Any

from tui.annotations.merging.conflicts import conflict_copy, is_conflict_copy
from tui.annotations.storage.snapshot import Record, Tables, decode_record, encode_record

Contents = Mapping[str, Mapping[int, Record]]
"""Tables by name, each with its records by number."""

ById = dict[str, Record]


@dataclass(frozen=True, slots=True)
class Merged:
    """What two files hold together, under the numbers of the first, and what the first did not have like that.

    All but `tables` are annotations as they are now, or were before they went; `joined` are documents that both had
    under two ids, as far as that is news. `conflicts` are those that hold the other note of the annotation that their
    `conflict` names.
    """

    tables: Contents
    came_in: tuple[Record, ...]
    changed: tuple[Record, ...]
    removed: tuple[Record, ...]
    joined: tuple[Record, ...]
    conflicts: tuple[Record, ...]


def decoded(tables: Tables) -> dict[str, dict[int, Record]]:
    """The contents of encoded tables."""
    return {
        name: {number: decode_record(record) for number, record in records.items()} for name, records in tables.items()
    }


def merge(ours: Contents, theirs: Contents, base: Contents | None = None) -> Merged:
    """Join two files; `base` holds what is known of records as both sides once had them.

    What one side has is taken; what it removed goes where the other side left it as it was. Of a record that both have,
    each field is taken from the side that changed it; where both did, tags are united, and else the side that was
    modified later has its way. Without a base an annotation that was never modified counts as what the other side
    began with, and any other difference as changes of both. Two notes that differ are both kept: the later one in the
    annotation, the other in a second annotation on the same anchor, whose id depends on nothing but what it holds.

    Doing so again changes nothing, and with the sides swapped the annotations come out the same.
    """
    aliases = _aliases(ours, theirs)
    ours_by_id, theirs_by_id, base_by_id = (_by_id(side, aliases) for side in (ours, theirs, base or {}))
    merged: dict[str, ById] = {}
    for table in {**ours_by_id, **theirs_by_id}:
        sides = (base_by_id.get(table, {}), ours_by_id.get(table, {}), theirs_by_id.get(table, {}))
        merged[table] = _join_tables(*sides, _join_annotations if table == "annotations" else _join_fields)
    if ours_by_id.get("meta"):
        merged["meta"] = ours_by_id["meta"]
    before, annotations = ours_by_id.get("annotations", {}), merged.setdefault("annotations", {})
    _add_conflicts(annotations, base_by_id.get("annotations", {}), before, theirs_by_id.get("annotations", {}))
    _keep_documents_in_use(merged, ours_by_id, theirs_by_id)
    came_in = tuple(record for id_, record in annotations.items() if id_ not in before)
    met = {record.get("document") for record in came_in} | {aliases.get(str(id_)) for id_ in _ids(ours, "documents")}
    return Merged(
        tables={table: _numbered(records, ours.get(table, {}), aliases) for table, records in merged.items()},
        came_in=came_in,
        changed=tuple(record for id_, record in annotations.items() if id_ in before and record != before[id_]),
        removed=tuple(record for id_, record in before.items() if id_ not in annotations),
        joined=tuple(merged["documents"][id_] for id_ in aliases.values() if id_ in met and id_ in merged["documents"]),
        conflicts=tuple(record for record in came_in if is_conflict_copy(str(record.get("id")))),
    )


def _ids(contents: Contents, table: str) -> set[object]:
    return {record.get("id") for record in contents.get(table, {}).values()}


def _aliases(ours: Contents, theirs: Contents) -> dict[str, str]:
    """Ids that go → ids that stay, for documents that each side began under an id of its own.

    They are one document where they have the same text, and the same path or at least the same file name, since
    absolute paths are those of one machine.
    """
    known = _ids(ours, "documents") & _ids(theirs, "documents")
    only_ours, only_theirs = (
        [record for record in side.get("documents", {}).values() if record.get("id") not in known]
        for side in (ours, theirs)
    )
    aliases: dict[str, str] = {}
    for place in (_path, _file_name):
        for left, right in _pairs(only_ours, only_theirs, aliases, place):
            stays, goes = sorted((left, right), key=_age)
            aliases[str(goes["id"])] = str(stays["id"])
    return aliases


def _pairs(
    ours: Iterable[Record], theirs: Iterable[Record], aliases: Mapping[str, str], place: Callable[[Record], object]
) -> list[tuple[Record, Record]]:
    """The documents of two sides that have the same text and place, the oldest with the oldest, but for those done."""
    done = {*aliases, *aliases.values()}
    found: list[tuple[Record, Record]] = []
    groups: tuple[dict[object, list[Record]], ...] = ({}, {})
    for group, side in zip(groups, (ours, theirs), strict=True):
        for record in sorted(side, key=_age):
            if record.get("id") not in done and isinstance(record.get("sha256"), str):
                group.setdefault((record["sha256"], place(record)), []).append(record)
    for key, records in groups[0].items():
        found += zip(records, groups[1].get(key, ()), strict=False)
    return found


def _path(document: Record) -> object:
    return document.get("path")


def _file_name(document: Record) -> object:
    return PurePosixPath(str(document.get("path") or "")).name


def _age(document: Record) -> tuple[str, str]:
    return (str(document.get("added")), str(document.get("id")))


def _by_id(contents: Contents, aliases: Mapping[str, str]) -> dict[str, ById]:
    """The records of each table by what they are known by, with documents under the ids that stay."""
    tables: dict[str, ById] = {}
    for name, records in contents.items():
        by_id = tables[name] = {}
        for record in records.values():
            renamed = _renamed(name, record, aliases)
            id_ = _identity(renamed)
            by_id[_content(renamed) if id_ in by_id else id_] = renamed
    return tables


def _renamed(table: str, record: Record, aliases: Mapping[str, str]) -> Record:
    field = {"documents": "id", "annotations": "document", "corrections": "document"}.get(table, "")
    old = record.get(field)
    return {**record, field: aliases[old]} if isinstance(old, str) and old in aliases else record


def _identity(record: Record) -> str:
    known = record.get("id") or record.get("name")
    return known if isinstance(known, str) else _content(record)


def _content(record: object) -> str:
    return encode_record(record).decode("utf-8", "surrogatepass")


def _join_tables(base: ById, ours: ById, theirs: ById, join: Callable[[Record | None, Record, Record], Record]) -> ById:
    merged: ById = {}
    for id_ in {**ours, **theirs}:
        old, mine, other = base.get(id_), ours.get(id_), theirs.get(id_)
        if mine is not None and other is not None:
            merged[id_] = join(old, mine, other)
        else:
            left = other if mine is None else mine
            if left is not None and left != old:
                merged[id_] = left
    return merged


def _join_fields(base: Record | None, ours: Record, theirs: Record) -> Record:
    """A record that has no time of change: where both sides changed a field, ours stays unless it is empty."""

    def field(name: str) -> object:
        mine, other = ours.get(name), theirs.get(name)
        if base is not None and mine != other and base.get(name) in (mine, other):
            return other if mine == base.get(name) else mine
        return mine or other

    return {name: field(name) for name in {**ours, **theirs}}


def _join_annotations(base: Record | None, ours: Record, theirs: Record) -> Record:
    base = base or _original(ours, theirs)
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    joined = {name: _join_field(name, base, ours, theirs) for name in {**ours, **theirs}}
    if not joined.get("tags") and not joined.get("note"):
        # One side took the tags away and the other the note; an annotation needs one of them.
        latest = max(ours, theirs, key=lambda side: (_time(side, "tags"), _time(side, "note")))
        joined.update({name: latest[name] for name in ("tags", "note") if name in latest})
    return joined


def _original(ours: Record, theirs: Record) -> Record | None:
    """The side that has an annotation as it was made, where the other has modified it."""
    originals = [side for side in (ours, theirs) if side.get("modified") == side.get("created")]
    return originals[0] if len(originals) == 1 and ours.get("created") == theirs.get("created") else None


def _join_field(name: str, base: Record | None, ours: Record, theirs: Record) -> object:
    """What an annotation has in one field after changes of both sides; the same with the sides swapped."""
    present = [side for side in (ours, theirs) if name in side]
    earlier, later = _by_time(name, present[0], present[-1])
    if name != "modified" and base is not None and base.get(name) in (earlier, later):
        return earlier if later == base.get(name) else later
    if name == "tags" and isinstance(earlier, list) and isinstance(later, list):
        return _join_tags((base or {}).get("tags") or [], ours, theirs)
    # A note or the mark of a conflict is not lost to its absence.
    return later or earlier if name in ("note", "conflict") else later


def _by_time(name: str, *sides: Record) -> list[Any]:
    """The values of a field, that of the side that was modified last at the end."""
    return [side.get(name) for side in sorted(sides, key=lambda side: _time(side, name))]


def _time(annotation: Record, name: str) -> tuple[str, str]:
    return (str(annotation.get("modified")), _content(annotation.get(name)))


def _join_tags(base: list[object], ours: Record, theirs: Record) -> list[object]:
    """All tags of both sides but those that one of them took away, in the order of the one that has more."""
    gone = [tag for tag in base if tag not in ours["tags"] or tag not in theirs["tags"]]
    left = [{**side, "tags": [tag for tag in side["tags"] if tag not in gone]} for side in (ours, theirs)]
    orders: list[list[object]] = _by_time("tags", *left)
    second, first = orders
    if all(tag in second for tag in first) and len(second) > len(first):
        return second
    return first + [tag for tag in second if tag not in first]


def _add_conflicts(annotations: ById, base: ById, ours: ById, theirs: ById) -> None:
    """Set a copy of what lost beside each joined annotation whose note both sides changed, once."""
    for id_ in sorted(annotations.keys() & ours.keys() & theirs.keys()):
        losing = _losing_side(base.get(id_), ours[id_], theirs[id_])
        if losing and (copy := conflict_copy(losing))["id"] not in annotations:
            annotations[copy["id"]] = copy
            annotations[id_] = {**annotations[id_], "conflict": annotations[id_].get("conflict") or copy["id"]}


def _losing_side(base: Record | None, ours: Record, theirs: Record) -> Record | None:
    """The side whose note would be lost: both sides changed it, and the later note does not hold the earlier one."""
    base = base or _original(ours, theirs)
    earlier, later = sorted((ours, theirs), key=lambda side: _time(side, "note"))
    notes = (earlier.get("note"), later.get("note"))
    if base is not None and base.get("note") in notes:
        return None
    before, after = (note if isinstance(note, str) else "" for note in notes)
    return earlier if before and after and before not in after else None


def _keep_documents_in_use(merged: dict[str, ById], *sides: Mapping[str, ById]) -> None:
    documents = merged.setdefault("documents", {})
    for record in (*merged.get("annotations", {}).values(), *merged.get("corrections", {}).values()):
        id_ = record.get("document")
        for side in sides:
            if isinstance(id_, str) and id_ not in documents and id_ in side.get("documents", {}):
                documents[id_] = side["documents"][id_]


def _numbered(records: ById, ours: Mapping[int, Record], aliases: Mapping[str, str]) -> dict[int, Record]:
    """Records under the numbers that they have in our table, and new ones after its highest."""
    numbers: dict[str, int] = {}
    for number, record in ours.items():
        id_ = _identity(record)
        id_ = aliases.get(id_, id_)
        numbers[_content(record) if id_ in numbers else id_] = number
    free = count(max(ours, default=0) + 1)
    return {numbers.get(id_) or next(free): record for id_, record in records.items()}
