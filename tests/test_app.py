"""The composition root: every stage is a Faust app whose agents have typed topics."""

import pytest

from schemas.article import Article
from schemas.enriched_article import EnrichedArticle
from schemas.story import Story, StoryArticle, StoryCandidate
from workers.app import build_app
from workers.settings import STAGES, Settings, StageName

READS: dict[StageName, dict[str, type]] = {
    "normalize": {"raw-posts": bytes},
    "enrich": {"articles": Article},
    "stories": {"story-candidates": StoryCandidate},
    "sink": {
        "enriched-articles": EnrichedArticle,
        "stories": Story,
        "story-articles": StoryArticle,
    },
}


@pytest.mark.parametrize("stage", STAGES)
async def test_a_stage_is_an_app_with_one_agent_a_topic_and_the_topic_is_typed(
    stage: StageName,
) -> None:
    app = build_app(Settings(), stage, "0")
    assert app.conf.id == f"copydesk-{stage}"
    channels = [agent.channel for agent in app.agents.values()]
    found = {channel.topics[0]: channel.schema.value_type for channel in channels}
    assert found == READS[stage]
    assert all(agent.concurrency == 1 for agent in app.agents.values())
