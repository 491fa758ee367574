"""The sub-commands by name, and where each is; its module is imported when it is used."""

from collections.abc import Mapping

SUBCOMMANDS: Mapping[str, str] = {
    "list": "tui.cli.listing:list_documents",
    "figures": "tui.cli.figures:figures",
    "entities": "tui.cli.entities:entities",
    "search": "tui.cli.searching:search",
    "annotations": "tui.cli.annotations:annotations",
    "export": "tui.cli.exporting:export",
    "tags": "tui.cli.tags:tags",
    "merge": "tui.cli.merging:merge_files",
    "check": "tui.cli.storing:check",
    "restore": "tui.cli.storing:restore_backup",
    "history": "tui.cli.storing:history",
    "paths": "tui.cli.settings:paths",
    "keys": "tui.cli.settings:keys",
    "recognisers": "tui.cli.settings:list_recognisers",
}
