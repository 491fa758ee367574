"""Finds the figures of a text: money, shares, counts, measures, ages, dates, times and durations."""

from tui.highlights.figures.grammar import find_figures

__all__ = ["find_figures"]
