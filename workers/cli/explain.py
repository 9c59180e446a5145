"""`copydesk explain`: what was taken from where, and what was removed, and why."""

import click

from workers.adapters.sources import SourceError
from workers.cli.examples import examples
from workers.cli.failures import told_plainly
from workers.cli.output import console
from workers.cli.preview import pure_line, records_of
from workers.cli.pure_line import PreviewedPost
from workers.cli.wording import plural, printable

READING_COLUMNS = 100
"""Longer lines of prose are hard to read."""


@click.command(
    epilog=examples(
        "copydesk explain post.json",
        "copydesk explain posts.ndjson --post 3",
        "copydesk explain post.json | less -R",
    )
)
@click.argument("file")
@click.option(
    "--post",
    type=click.IntRange(min=0),
    help="Only the post of this number, counted from 0, where the file holds several.",
)
def command(file: str, post: int | None) -> None:
    """One article: what was taken from where, and what was removed, and why.

    Under each part stands where it was read: a JSON Pointer into the raw post, the rule that read
    it, and how sure the rule is. No broker needed, nothing is written.
    """
    found = 0
    with told_plainly(SourceError):
        for previewed in pure_line(enrich=True).preview(records_of((file,))):
            found += 1
            if post is None or previewed.index == post:
                _draw(previewed)
    if post is not None and post >= found:
        raise click.UsageError(f"--post {post}: {file} holds {plural(found, 'post')}, from 0 on.")


def _draw(post: PreviewedPost) -> None:
    from rich.text import Text

    from workers.cli.explanation import explanation

    article = post.decoded_article()
    screen = console()
    if article is None:
        screen.print(Text.assemble((f"{post.outcome}: {post.reason}", "bold yellow")))
        screen.print(Text(f"  {printable(post.detail or '')}"))
    else:
        view = explanation(article, post.decoded_enriched())
        screen.print(view, width=min(screen.width, READING_COLUMNS))
    screen.print()
