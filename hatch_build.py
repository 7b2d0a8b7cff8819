"""Refuses to build a wheel or a source package without the art pack."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACK = "src/omnireel/engines/previs/art/pack.zip"


class ArtHook(BuildHookInterface[Any]):
    """An editable install goes without: `make setup` builds the pack afterwards."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        if version != "editable" and not (Path(self.root) / PACK).is_file():
            raise SystemExit(
                f"The art pack ({PACK}) is missing, without which the wheel cannot draw; "
                "build it with `make setup` and try again."
            )
