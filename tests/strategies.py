"""Texts that are hard on offsets, for property-based tests."""

from hypothesis import strategies as st

PIECES = (
    *("a", "Ñ", "ß", "7", "3.5", "one", "dos", "Sr.", "“", "”", "¿", "?", ".", "!", "…", "。", ",", " ", "  "),
    *("\n", "\n\n", "\r\n", "\r", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"),
    *(
        "e\u0301",
        "\u0301",
        "n\u0303",
        "👩\u200d👩\u200d👧",
        "🇰🇵",
        "👍🏽",
        "🙂",
        "漢字",
        "한",
        "\u200b",
        "\u200d",
        "\ufe0f",
        "\u00a0",
    ),
)
CONTROLS = ("\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ud800", "\ufeff")

texts = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=40).map(
    "".join
)
"""Texts of words, sentences, line breaks of every kind, emoji, combining marks and ideographs."""

raw_texts = st.lists(st.sampled_from(PIECES + CONTROLS) | st.text(max_size=5), max_size=30).map("".join)
"""The same with controls, lone surrogates and byte order marks, as files hold them."""
