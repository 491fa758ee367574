"""Titles as names of files, and links to titles as links to those files."""

import re
import unicodedata

from tui.annotations.links import Link, with_links

NAME_LENGTH = 100
NAME_BYTES = 200

# What Windows, macOS or Linux forbid in a name, or a link of a Markdown notebook would read as its own.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#^\[\]]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_NO_ALIAS = re.compile(r"[\[\]|\\]")


def file_name(title: str) -> str:
    """A title as a file's name without suffix, safe on Linux, macOS and Windows; "document" where nothing is left."""
    shown = "".join(character for character in title if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn"})
    name = " ".join(_FORBIDDEN.sub(" ", shown).split())[:NAME_LENGTH]
    name = name.encode()[:NAME_BYTES].decode("utf-8", "ignore").lstrip(".-~ ").rstrip(". …")
    return f"_{name}" if _RESERVED.match(name) else name or "document"


def with_links_to_files(note: str) -> str:
    """A note whose links name the files that documents are exported to, and show the titles where those differ."""
    return with_links(note, _link_to_file)


def _link_to_file(link: Link) -> str:
    name = file_name(link.title) if link.title else ""
    fragment = f"#{link.fragment}" if link.fragment else ""
    shown = link.alias or (link.title if name != link.title else "")
    alias = " ".join(_NO_ALIAS.sub(" ", shown).split())
    return f"[[{name}{fragment}{'|' if alias else ''}{alias}]]"
