"""Plain text as Markdown that reads as the text: every character that Markdown would eat is escaped."""

import re

# Markdown reads these anywhere: emphasis, code, links, HTML, tags, tables, mathematics, marks and block ids.
_ANYWHERE = re.compile(r"[\\`*_\[\]<#~|=^$]|&(?=#?\w+;)|%(?=%)|(?<=%)%")
# These make a list, a rule, a quote or a table, but only where a line starts.
_LINE_START = re.compile(r"\A([0-9]{0,9})([-+>:]|(?<=[0-9])[.)])")
_BLANK_EDGES = re.compile(r"\A\s+|\s+\Z")


def escape_words(words: str) -> str:
    """Markdown that renders as these words, within a line of Markdown."""
    return _ANYWHERE.sub(r"\\\g<0>", words)


def guard_edges(line: str) -> str:
    """A line of escaped words that keeps its meaning as a whole line of Markdown.

    A sign that would open a list or a quote is escaped; blanks at the edges, which Markdown drops or takes for code,
    become character references.
    """
    return _BLANK_EDGES.sub(_references, _LINE_START.sub(r"\1\\\2", line))


def _references(blanks: re.Match[str]) -> str:
    return "".join(f"&#{ord(blank)};" for blank in blanks[0])
