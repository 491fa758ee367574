"""The article that the lesson is read on."""

from pathlib import Path

NAME = "000_fac26229a35e194b.txt"


def article() -> Path:
    """Where the article is: beside this module where the program was installed, else among the project's seeds."""
    installed = Path(__file__).with_name(NAME)
    return installed if installed.exists() else Path(__file__).parents[2] / "seeds" / NAME
