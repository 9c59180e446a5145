"""`copydesk preview`: what would become of these posts, without a broker."""

from collections import Counter
from collections.abc import Iterator

import click

from workers.adapters.names import ModelMissing, name_lane
from workers.adapters.sources import SourceError, SourceRecord, read_source
from workers.cli.configuration import load_settings
from workers.cli.examples import examples
from workers.cli.exporting import FORMS, Form, export
from workers.cli.failures import told_plainly
from workers.cli.output import console, json_line
from workers.cli.pure_line import PreviewedPost, PureLine
from workers.cli.wording import plural, printable
from workers.domain.stories.settings import DEFAULT
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.stories import StoriesStage


@click.command(
    epilog=examples(
        "copydesk preview post.json",
        "curl -s https://blog.example/wp-json/wp/v2/posts | copydesk preview -",
        "copydesk preview --json posts.ndjson | jq .article.title",
        "copydesk preview --format ninjs page.html",
    )
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a post, in input order.")
@click.option(
    "--stage",
    type=click.Choice(["normalize", "enrich"]),
    default="enrich",
    show_default=True,
    help="The last stage to run.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="Articles alone, in another form: one JSON object a line, or plain text.",
)
@click.option("--stories", is_flag=True, help="Say which story each article belongs to.")
def command(
    files: tuple[str, ...], as_json: bool, stage: str, form: Form | None, stories: bool
) -> None:
    """What would become of these posts; no broker needed, nothing is written.

    FILE is a .json, .ndjson (one post a line), .xml, .html or .txt file, a folder of them, or - for
    stdin. A post that would be buried is a result, not an error: the exit code stays 0.
    """
    if stories and stage != "enrich":
        raise click.UsageError("--stories needs what enrich adds: leave --stage out.")
    if form is not None and (as_json or stories):
        raise click.UsageError("--format is an output of its own: leave --json and --stories out.")
    line = pure_line(enrich=stage == "enrich", stories=stories)
    with told_plainly(SourceError):
        posts = line.preview(records_of(files))
        if as_json:
            for post in posts:
                json_line(post.json())
        elif form is not None:
            export(posts, form)
        else:
            _draw(posts)


def pure_line(*, enrich: bool, stories: bool = False) -> PureLine:
    """The stages with the limits of the settings in force."""
    settings = load_settings()
    normalize = NormalizeStage(
        settings.max_post_bytes, settings.max_posts_per_record, settings.limits
    )
    with told_plainly(ModelMissing):
        names = name_lane(settings.names)
    return PureLine(
        normalize,
        EnrichStage(names=names) if enrich else None,
        StoriesStage(DEFAULT) if stories else None,
    )


def records_of(files: tuple[str, ...]) -> Iterator[SourceRecord]:
    """The raw records of all these files and folders, in order."""
    for name in files:
        yield from read_source(name)


def _draw(posts: Iterator[PreviewedPost]) -> None:
    from rich.text import Text

    from workers.cli.article_view import card

    seen: Counter[str] = Counter()
    screen = console()
    for post in posts:
        seen[post.outcome] += 1
        place = Text(f"{printable(post.input)} #{post.index}", "dim")
        article = post.decoded_article()
        if post.outcome == "forward" and article is not None:
            screen.print(Text.assemble(("✓ ", "green"), place))
            screen.print(card(article, post.decoded_enriched()))
        else:
            verb = {"bury": "buried", "drop": "dropped"}[post.outcome]
            screen.print(Text.assemble(("✗ ", "yellow"), place))
            screen.print(Text.assemble((f"{verb}: {post.reason}", "bold yellow")))
            if post.detail:
                screen.print(Text(f"  {printable(post.detail)}"))
        screen.print()
    counted = f"{seen['forward']} forwarded, {seen['bury']} buried"
    dropped = f", {seen['drop']} dropped" if seen["drop"] else ""
    screen.print(f"{plural(seen.total(), 'post')}: {counted}{dropped}")
