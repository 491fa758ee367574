"""Prints how many figures written by num2words and Babel are found exactly, by kind and variety of language.

python benchmarks/figures_round_trips.py [--size N]
"""

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / folder) for folder in ("tests", "")]

from written_figures import VARIETIES, rates  # noqa: E402 (only importable once the path is set)


def main() -> None:
    """Print the table: a row a kind of figure, a column a variety, and the mean below."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=300, help="figures of each kind and variety")
    size = parser.parse_args().size
    table = {variety: rates(variety, size) for variety in VARIETIES}
    print(f"{'':16}", *(f"{variety:>6}" for variety in VARIETIES))
    for kind in table[VARIETIES[0]]:
        print(f"{kind:16}", *(f"{table[variety][kind]:6.3f}" for variety in VARIETIES))
    print(f"{'mean':16}", *(f"{sum(table[variety].values()) / len(table[variety]):6.3f}" for variety in VARIETIES))


if __name__ == "__main__":
    main()
