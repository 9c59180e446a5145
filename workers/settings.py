"""The settings: `COPYDESK_*` environment variables over a `copydesk.toml` over these defaults."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from workers.adapters.kafka.connection import KafkaConnection, SecurityProtocol
from workers.domain.parsing.limits import DEFAULT as DEFAULT_LIMITS
from workers.domain.parsing.limits import Limits
from workers.domain.stories.settings import DEFAULT, HOUR, StorySettings

StageName = Literal["normalize", "enrich", "stories", "sink"]
STAGES: tuple[StageName, ...] = ("normalize", "enrich", "stories", "sink")

MOST_STORY_HOURS = 24 * 7

SyncPolicy = Literal["never", "interval", "always"]

_POLICY_OF = {"true": "always", "1": "always", "false": "never", "0": "never"}
"""What the setting was before it had three values."""
_BROKER = re.compile(r"^kafka://[^\s/,:]+:\d{1,5}(,[^\s/,:]+:\d{1,5})*$")


class Settings(BaseSettings):
    """Everything that may differ between a laptop and a cluster."""

    model_config = SettingsConfigDict(
        env_prefix="COPYDESK_",
        toml_file="copydesk.toml",
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
    )

    broker: str | None = None
    """`kafka://host:port,host:port`; unset for the embedded broker."""
    security_protocol: SecurityProtocol = "PLAINTEXT"
    """How to talk to the broker: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL."""
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "PLAIN"
    """How to prove who we are, where the protocol is a SASL one."""
    sasl_username: str | None = None
    """The user name for SASL."""
    sasl_password: SecretStr | None = None
    """The password for SASL. Never printed."""
    ssl_ca_file: Path | None = None
    """PEM file of the authorities to trust; unset for the system's."""
    ssl_certificate_file: Path | None = None
    """PEM file of our own certificate, for mutual TLS."""
    ssl_key_file: Path | None = None
    """PEM file of its key."""

    data: Path = Path(".copydesk")
    """The folder of the embedded broker and of the default database."""
    embedded_port: Annotated[int, Field(ge=0, le=65535)] = 9092
    """The loopback port of the embedded broker; 0 for any free one."""
    embedded_fsync: SyncPolicy = "never"
    """When the embedded broker forces writes to the disk: only always survives a power cut whole;
    interval (each second) loses the last ones. true and false are always and never."""
    database: SecretStr | None = None
    """`sqlite:///path` or `postgresql://user:password@host/database`; unset for `copydesk.db` in
    the data folder."""

    partitions: Annotated[int, Field(ge=1, le=1000)] = 4
    """How many partitions each topic gets when it is made."""
    replication_factor: Annotated[int, Field(ge=-1, le=32)] = -1
    """Copies of each partition; -1 for the broker's default."""
    compression: Literal["none", "gzip"] = "none"
    """How record batches are compressed. Every client can read these two."""
    session_timeout_seconds: Annotated[float, Field(ge=1, le=300)] = 10.0
    """How long a silent worker keeps its partitions."""
    leave_on_stop: bool = True
    """Whether a worker that is told to stop gives its partitions to the others at once. False keeps
    them for its slot until the session ends: a restart within it moves nothing."""
    transaction_timeout_seconds: Annotated[float, Field(ge=1, le=30)] = 30.0
    """How long a transaction may stay open: a hanging one stalls every reader."""
    drain_seconds: Annotated[float, Field(ge=1, le=120)] = 12.0
    """How long a worker may take to finish its work in flight when it is told to stop."""

    chunk_records: Annotated[int, Field(ge=1, le=10_000)] = 4_000
    """The most records of one transaction."""
    chunk_bytes: Annotated[int, Field(ge=1 << 16, le=1 << 28)] = 8 << 20
    """The most bytes of input of one transaction."""
    chunk_seconds: Annotated[float, Field(gt=0, le=10)] = 0.5
    """The most time to work before a commit."""

    max_post_bytes: Annotated[int, Field(ge=1 << 10, le=1 << 26)] = 4 << 20
    """The largest raw post; larger ones are buried as `too_large`."""
    max_posts_per_record: Annotated[int, Field(ge=1, le=100_000)] = 1_000
    """The most posts of one record (a WordPress list, a feed)."""
    limit_links: Annotated[int, Field(ge=1, le=1_000_000)] = DEFAULT_LIMITS.links
    """The most links of one article; more are buried as `too_large`, like all below."""
    limit_page_characters: Annotated[int, Field(ge=1 << 10, le=1 << 26)] = (
        DEFAULT_LIMITS.page_characters
    )
    """The most characters of a page's markup."""
    limit_page_tags: Annotated[int, Field(ge=100, le=1_000_000)] = DEFAULT_LIMITS.page_tags
    """The most tags of a page, as written."""
    limit_page_elements: Annotated[int, Field(ge=100, le=1_000_000)] = DEFAULT_LIMITS.page_elements
    """The most elements of a page, once parsed."""
    limit_page_depth: Annotated[int, Field(ge=10, le=250)] = DEFAULT_LIMITS.page_depth
    """The most elements of a page inside each other; deeper ones are buried as `too_deep`."""
    limit_page_text: Annotated[int, Field(ge=1 << 10, le=1 << 26)] = DEFAULT_LIMITS.page_text
    """The most characters of a page without scripts, styles, drawings, menus and side bars."""

    names: Literal["rules", "model"] = "rules"
    """What finds entities: our rules, or spaCy's small model (extra `ner`; slower, no better)."""

    story_open_hours: Annotated[int, Field(ge=1, le=24 * 6)] = DEFAULT.open_seconds // HOUR
    """How long a story takes new articles, after its first one came."""
    story_window_hours: Annotated[int, Field(ge=1, le=24 * 6)] = DEFAULT.window_seconds // HOUR
    """How long a story stays after its latest article came. Both together: at most 7 days."""
    story_articles: Annotated[int, Field(ge=2, le=100_000)] = DEFAULT.most_articles
    """The most articles of a story: one that holds more is a template, and no event."""

    breaker_window: Annotated[int, Field(ge=10, le=100_000)] = 500
    """Over how many posts the breaker counts."""
    breaker_share: Annotated[float, Field(gt=0, le=1)] = 0.5
    """The share of them that may be buried as `bug` or `contract_violation` before we halt."""

    metrics_host: str = "127.0.0.1"
    """Where metrics and health are served."""
    metrics_port: Annotated[int, Field(ge=0, le=65535)] | None = None
    """The port of `/metrics`, `/healthz` and `/readyz`; unset for none."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """The least grave messages that are logged."""
    log_format: Literal["console", "json"] = "console"
    """One line for a person, or one JSON object a line for a machine."""

    @field_validator("embedded_fsync", mode="before")
    @classmethod
    def _yes_and_no_are_policies(cls, value: object) -> object:
        return _POLICY_OF.get(str(value).lower(), value)

    @field_validator("broker")
    @classmethod
    def _broker_is_a_kafka_address(cls, value: str | None) -> str | None:
        if value is not None and not _BROKER.match(value):
            raise ValueError("expected kafka://host:port,host:port")
        return value

    @field_validator("database")
    @classmethod
    def _database_is_one_we_can_write(cls, value: SecretStr | None) -> SecretStr | None:
        known = ("sqlite:///", "postgresql://")
        if value is not None and not value.get_secret_value().startswith(known):
            raise ValueError("expected sqlite:///path or postgresql://user:password@host/database")
        return value

    @field_validator("story_window_hours")
    @classmethod
    def _stories_end_before_their_state_is_forgotten(cls, value: int, info: ValidationInfo) -> int:
        most = MOST_STORY_HOURS - int(info.data.get("story_open_hours", 0))
        if value > most:
            raise ValueError(f"expected at most {most}: {MOST_STORY_HOURS} with story_open_hours")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # the library's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, and that over the file."""
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls))

    @property
    def embedded(self) -> bool:
        """Whether the line runs on the embedded broker."""
        return self.broker is None

    @property
    def bootstrap_servers(self) -> str:
        """`host:port,host:port`, without the scheme."""
        if self.broker is None:
            return f"127.0.0.1:{self.embedded_port}"
        return self.broker.removeprefix("kafka://")

    @property
    def database_url(self) -> str:
        """The database in force, password and all: for connecting, never for printing."""
        if self.database is not None:
            return self.database.get_secret_value()
        return f"sqlite:///{self.data / 'copydesk.db'}"

    @property
    def limits(self) -> Limits:
        """How much of one post is read."""
        return Limits(
            links=self.limit_links,
            page_characters=self.limit_page_characters,
            page_tags=self.limit_page_tags,
            page_elements=self.limit_page_elements,
            page_depth=self.limit_page_depth,
            page_text=self.limit_page_text,
        )

    @property
    def stories(self) -> StorySettings:
        """The numbers that decide about stories."""
        return replace(
            DEFAULT,
            open_seconds=self.story_open_hours * HOUR,
            window_seconds=self.story_window_hours * HOUR,
            most_articles=self.story_articles,
        )

    @property
    def kafka(self) -> KafkaConnection:
        """How to reach the broker."""
        password = self.sasl_password
        return KafkaConnection(
            bootstrap_servers=self.bootstrap_servers,
            security_protocol=self.security_protocol,
            sasl_mechanism=self.sasl_mechanism,
            sasl_username=self.sasl_username,
            sasl_password=password.get_secret_value() if password else None,
            ca_file=_text(self.ssl_ca_file),
            certificate_file=_text(self.ssl_certificate_file),
            key_file=_text(self.ssl_key_file),
        )


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
