"""Some annotations of many documents on their way out, a file for each document."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tui.annotations.anchoring import place
from tui.annotations.annotation import Annotation
from tui.documents.choices import Choices
from tui.documents.language import detect_language
from tui.documents.library import Entry, Library
from tui.documents.readers import UnreadableDocumentError
from tui.exports.files import ExportError, ExportResult, export_document
from tui.highlights.finding import figures_on


def export_selected(
    library: Library, selected: Mapping[Path, Iterable[Annotation]], choices: Choices, folder: Path
) -> Iterator[ExportResult]:
    """Write the annotations that are selected of the documents at some paths as Markdown into a folder, as they go.

    No file is replaced that a person has changed. Raises ExportError, also for a document that cannot be read.
    """
    for path, annotations in selected.items():
        try:
            document = library.read(Entry(path))
        except UnreadableDocumentError as error:
            raise ExportError(f"{path}: {error}") from error
        choice = choices.of(path, document.sha256)
        language = choices.language(choice, document.language) or detect_language(document.text)
        placed = [place(annotation, document) for annotation in annotations]
        spans = [one.span for one in placed if one.span]
        figures = figures_on(document.text, spans, language, choice.conventions)
        yield export_document(document, placed, figures, language, folder)
