"""The contract: every message and topic that Copydesk promises to those who read it."""

from .article import Article
from .codec import DecodeError, decode, encode
from .dead_letter import Reason
from .enriched_article import EnrichedArticle
from .raw_post import RawPost
from .story import Story, StoryArticle, StoryCandidate, StoryState
from .topics import TOPICS, Topic

__all__ = [
    "TOPICS",
    "Article",
    "DecodeError",
    "EnrichedArticle",
    "RawPost",
    "Reason",
    "Story",
    "StoryArticle",
    "StoryCandidate",
    "StoryState",
    "Topic",
    "decode",
    "encode",
]
