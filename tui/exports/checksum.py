"""The checksum in an export's front matter, which tells whether a person has changed the file since."""

import hashlib
import re

_NAME = "checksum"
_CHECKSUM = re.compile(rb"^checksum: ([0-9a-f]{64})\n", re.MULTILINE)
_FENCE = "\n---\n"


def with_checksum(markdown: str) -> str:
    """Markdown with front matter to which the SHA-256 of the whole is added as the last line."""
    opening, fence, body = markdown.partition(_FENCE)
    return f"{opening}\n{_NAME}: {_sha256(markdown.encode())}{fence}{body}"


def is_untouched(content: bytes) -> bool:
    """Whether a file's content is one that with_checksum() gave; other line ends count for the same."""
    content = content.replace(b"\r\n", b"\n")
    match = _CHECKSUM.search(content)
    if match is None:
        return False
    return match[1].decode() == _sha256(content[: match.start()] + content[match.end() :])


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
