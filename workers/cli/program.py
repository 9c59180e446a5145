"""The `copydesk` program: its commands, and the one place where errors become lines.

A command lives in the module of its name, as `command`, and is imported when it is called: help is
instant, and `preview` never pays for Kafka.
"""

import importlib
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import metadata
from pathlib import Path
from typing import Any, NoReturn

import click

from workers.cli.failures import BROKEN_PIPE_EXIT, INTERRUPTED_EXIT, lines_of

SECTIONS: dict[str, dict[str, str]] = {
    "See it work": {
        "demo": "A minute's tour: the whole line on a throw-away folder.",
        "preview": "What would become of these posts; no broker needed.",
        "explain": "One article: what was taken from where, and what was removed.",
    },
    "Run it": {
        "up": "Everything on this machine, until Ctrl-C.",
        "worker": "One worker of one stage.",
        "broker": "The embedded broker alone.",
        "topics": "The topics that should exist, and those that do.",
        "publish": "Raw posts from files, folders or stdin onto the line.",
    },
    "Look at it": {
        "stories": "Which events are reported, by whom, and by how many on their own.",
        "tail": "Follow a topic, a line a record.",
        "dead-letters": "What was buried and why; put it back after a fix.",
        "audit": "Prove that nothing was lost and nothing doubled.",
        "doctor": "Check this set-up and say what to do.",
        "settings": "The settings in force, and where each came from.",
        "schema": "Compare, export and register the contract.",
    },
}
SUMMARIES = {name: line for section in SECTIONS.values() for name, line in section.items()}


class Program(click.Group):
    """A group that imports its commands late and speaks one line an error."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The commands in the order of the help."""
        return list(SUMMARIES)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was called for, or the name that was probably meant."""
        if args and args[0] not in SUMMARIES:
            near = get_close_matches(args[0], SUMMARIES, n=1)
            hint = f"did you mean {near[0]}?" if near else f"expected {', '.join(SUMMARIES)}."
            ctx.fail(f"There is no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in SUMMARIES:
            return None
        module = f"workers.cli.{cmd_name.replace('-', '_')}"
        command: click.Command = importlib.import_module(module).command
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Writes the commands by section, without importing any."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()), col_max=12)

    def main(self, args: Sequence[str] | None = None, *_: Any, **extra: Any) -> NoReturn:
        """Runs the command and exits: 0 done, 1 failed, 2 called wrongly."""
        extra["standalone_mode"] = False
        extra["prog_name"] = "copydesk"
        try:
            status = super().main(args, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            for line in lines_of(error):
                click.echo(line, err=True)
            _show_traceback_if_wanted()
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            sys.exit(INTERRUPTED_EXIT)
        except BrokenPipeError:
            _silence_stdout()
            sys.exit(BROKEN_PIPE_EXIT)
        except Exception as error:  # noqa: BLE001  # the last line of defence: a person reads this
            _tell_of_a_bug(error)
            sys.exit(1)
        sys.exit(status if isinstance(status, int) else 0)


def _wants_tracebacks() -> bool:
    return os.environ.get("COPYDESK_DEBUG", "") not in ("", "0")


def _show_traceback_if_wanted() -> None:
    if _wants_tracebacks():
        traceback.print_exc()


def _tell_of_a_bug(error: Exception) -> None:
    if _wants_tracebacks():
        traceback.print_exc()
        return
    what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    click.echo(f"copydesk: unexpected, please report: {what} (--debug shows where)", err=True)


def _silence_stdout() -> None:
    """Keeps Python's own flush at exit from complaining about the same pipe again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def version() -> str:
    """The installed version, or that there is none."""
    try:
        return metadata.version("copydesk")
    except metadata.PackageNotFoundError:
        return f"(not installed; running from {Path(__file__).parents[2]})"


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"copydesk {version()}")
        ctx.exit()


@click.group(
    cls=Program,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: copydesk demo",
)
@click.option("--debug", is_flag=True, help="Show tracebacks (also: COPYDESK_DEBUG=1).")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def program(ctx: click.Context, debug: bool) -> None:
    """Copydesk turns a stream of raw posts into clean, typed, enriched articles.

    Raw posts go in on the Kafka topic raw-posts; articles come out on articles and
    enriched-articles, and as rows in a database. Each post exactly once.
    """
    if debug:
        os.environ["COPYDESK_DEBUG"] = "1"  # workers started from here inherit it
    if not _wants_tracebacks():
        # libraries log what we then say in one line; a worker sets up its own log
        logging.getLogger().addHandler(logging.NullHandler())
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> NoReturn:
    """Runs `copydesk` with the arguments of this process."""
    program.main()
