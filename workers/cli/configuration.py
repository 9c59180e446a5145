"""The settings in force, where each came from, and a plain line for each that is wrong."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

import click
from pydantic import SecretStr, ValidationError
from pydantic_core import ErrorDetails

from workers.cli.expectations import expected, quoted
from workers.cli.failures import Failure
from workers.settings import Settings

PREFIX = "COPYDESK_"
FILE = Path("copydesk.toml")
NOT_SETTINGS = frozenset({"COPYDESK_DEBUG", "COPYDESK_CORPUS", "COPYDESK_KAFKA_HOME"})
"""Variables of ours that are no settings: one of the command line, two of the tests."""

CameFrom = Literal["default", "environment", "file", "option"]


@dataclass(frozen=True, slots=True)
class SettingInForce:
    """One setting as it stands."""

    name: str
    value: str | int | float | bool | None
    """Fit to be shown: a secret is only said to be set."""
    came_from: CameFrom
    variable: str
    """The environment variable that sets it."""
    meaning: str


def load_settings(**options: Any) -> Settings:
    """The settings, with these options of the call over environment and file.

    Raises:
        Failure: a line for each setting that is wrong.
    """
    for warning in unknown_variables(os.environ):
        click.echo(f"copydesk: warning: {warning}", err=True)
    try:
        return Settings(**options)
    except ValidationError as error:
        raise Failure("\n".join(_fault(detail, options) for detail in error.errors())) from None
    except tomllib.TOMLDecodeError as error:
        raise Failure(f"{FILE}: not TOML: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"{FILE}: cannot be read: {error}") from None


def unknown_variables(environment: Mapping[str, str]) -> Iterator[str]:
    """A line for each `COPYDESK_*` variable that sets nothing."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in sorted(environment):
        if name.upper().startswith(PREFIX) and name.upper() not in known | NOT_SETTINGS:
            near = get_close_matches(name.upper(), sorted(known), n=1)
            hint = f"; did you mean {near[0]}?" if near else "; see: copydesk settings"
            yield f"{name} is not a setting{hint}"


def settings_in_force(settings: Settings, options: Mapping[str, object]) -> list[SettingInForce]:
    """Every setting, in the order in which they are declared."""
    return [
        SettingInForce(
            name=name,
            value=_shown(name, getattr(settings, name)),
            came_from=_came_from(name, options),
            variable=PREFIX + name.upper(),
            meaning=field.description or "",
        )
        for name, field in Settings.model_fields.items()
    ]


def _shown(name: str, value: object) -> str | int | float | bool | None:
    match value:
        case SecretStr() if name == "database":
            return without_password(value.get_secret_value())
        case SecretStr():
            return "(set; not shown)"
        case None | bool() | int() | float() | str():
            return value
        case _:
            return str(value)


def without_password(url: str) -> str:
    """A database URL that may be printed: up to the last @, for a password may hold one too."""
    if url.startswith("sqlite:"):
        return url
    shown = re.sub(r"//.*@", "//(not shown)@", url)
    return re.sub(r"(?i)\b(password=)[^&]*", r"\1(not shown)", shown)


def _came_from(name: str, options: Mapping[str, object]) -> CameFrom:
    if name in options:
        return "option"
    if any(variable.upper() == PREFIX + name.upper() for variable in os.environ):
        return "environment"
    return "file" if name in _file_keys() else "default"


def _file_keys() -> frozenset[str]:
    if not FILE.exists():
        return frozenset()
    return frozenset(tomllib.loads(FILE.read_text("utf-8")))


def _fault(detail: ErrorDetails, options: Mapping[str, object]) -> str:
    name = str(detail["loc"][0]) if detail["loc"] else "the settings"
    if detail["type"] == "extra_forbidden":
        near = get_close_matches(name, Settings.model_fields, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; see: copydesk settings"
        return f"{FILE}: {name} is not a setting{hint}"
    match _came_from(name, options):
        case "option":
            subject = f"--{name.removeprefix('embedded_')}"
        case "file":
            subject = f"{name} in {FILE}"
        case "environment" | "default":
            subject = PREFIX + name.upper()
    field = Settings.model_fields[name]
    got = "a value that is not shown" if "Secret" in str(field.annotation) else quoted(detail)
    return f"{subject}: got {got}, expected {expected(detail, field)}"
