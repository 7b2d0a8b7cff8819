"""Settings, read once at the edge (arguments, then variables, then defaults) and passed down."""

import os
from pathlib import Path
from typing import Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from omnireel.domain.failures import InvalidInputError
from omnireel.domain.turn import Quality

PREFIX = "OMNIREEL_"


def default_data() -> Path:
    """Where state lives unless somebody says otherwise: the user's data folder (XDG)."""
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "omnireel"


class Settings(BaseSettings):
    """What an installation may choose. Each field is also a variable: `OMNIREEL_DATA`, ….

    Attributes:
        data: The folder for the database, the blobs, the caches and the workers' locks.
        database_url: An SQLAlchemy URL; "" is `omnireel.sqlite` in `data`.
        blobs: A folder or an obstore URL (`s3://bucket/prefix`, `gs://…`); "" is `blobs` in `data`.
        engine: The engine that makes the clips.
        quality: The quality of a turn that asks for none.
        host, port: Where `omnireel serve` listens.
        heartbeat: Seconds between two signs of life of a worker.
        lease: Seconds of silence after which a worker's jobs go to another.
        attempts: How often a job may be started before it counts as one that kills its worker.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    data: Path = Field(default_factory=default_data)
    database_url: str = ""
    blobs: str = ""
    engine: str = "previs"
    quality: Quality = Quality.STANDARD
    host: str = "127.0.0.1"
    port: int = Field(default=8787, ge=0, le=65535)
    heartbeat: float = Field(default=5.0, gt=0)
    lease: float = Field(default=30.0, gt=0)
    attempts: int = Field(default=5, ge=1)

    @property
    def database(self) -> str:
        """The SQLAlchemy URL of our tables."""
        return self.database_url or f"sqlite:///{self.folder / 'omnireel.sqlite'}"

    @property
    def folder(self) -> Path:
        """`data` as an absolute path."""
        return self.data.expanduser().absolute()

    @property
    def cache(self) -> Path:
        """Where results are kept that can be made again."""
        return self.folder / "cache"

    def as_environment(self) -> dict[str, str]:
        """These settings as the variables that give a child process the same ones."""
        plain = self.model_dump(mode="json") | {"data": str(self.folder)}
        return {PREFIX + name.upper(): str(value) for name, value in plain.items()}

    @classmethod
    def read(cls, **chosen: object) -> Self:
        """The settings, with what was chosen on the command line (None is not chosen).

        Raises:
            InvalidInputError: A value is out of range; `field` names the setting.
        """
        given = {name: value for name, value in chosen.items() if value is not None}
        try:
            return cls(**given)  # type: ignore[arg-type]  # validated right here
        except ValidationError as error:
            first = error.errors()[0]
            name = str(first["loc"][0])
            raise InvalidInputError(
                f"The setting {name} ({PREFIX}{name.upper()}) is not usable: {first['msg']}.",
                field=name,
            ) from error
