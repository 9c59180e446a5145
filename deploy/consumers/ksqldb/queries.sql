-- NOT RUN HERE: see README.md.

SET 'auto.offset.reset' = 'earliest';

-- Topics as they are: the key is plain text, the value JSON. Fields that are not named are ignored.

CREATE STREAM enriched_articles (
  article_id VARCHAR KEY,
  article STRUCT<
    title VARCHAR,
    ingested_at VARCHAR,
    publisher STRUCT<name VARCHAR, domain VARCHAR>,
    origin STRUCT<name VARCHAR, domain VARCHAR>>,
  detected_language STRUCT<code VARCHAR, confidence DOUBLE>,
  entities ARRAY<STRUCT<name VARCHAR, kind VARCHAR>>
) WITH (KAFKA_TOPIC = 'enriched-articles', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'JSON');

CREATE SOURCE TABLE stories (
  story_id VARCHAR PRIMARY KEY,
  title VARCHAR,
  language_code VARCHAR,
  independent_origins BIGINT
) WITH (KAFKA_TOPIC = 'stories', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'JSON');

CREATE SOURCE TABLE story_articles (
  article_id VARCHAR PRIMARY KEY,
  story_id VARCHAR,
  similarity DOUBLE
) WITH (KAFKA_TOPIC = 'story-articles', KEY_FORMAT = 'KAFKA', VALUE_FORMAT = 'JSON');

-- Count by language. A changed article counts again.
CREATE TABLE articles_by_language AS
  SELECT detected_language->code AS language_code, COUNT(*) AS articles
  FROM enriched_articles
  WHERE detected_language IS NOT NULL
  GROUP BY detected_language->code
  EMIT CHANGES;

-- Follow one outlet, whoever carries its texts.
CREATE STREAM followed_outlet AS
  SELECT article_id, article->title AS title, article->origin->name AS outlet
  FROM enriched_articles
  WHERE article->origin->domain = 'harbour-post.example'
  EMIT CHANGES;

-- Explode entities.
CREATE STREAM named AS
  SELECT article_id, EXPLODE(entities)->name AS name, EXPLODE(entities)->kind AS kind
  FROM enriched_articles
  EMIT CHANGES;

-- Articles with the story that they were in when they came; both topics are partitioned alike.
CREATE STREAM articles_in_stories AS
  SELECT a.article_id AS article_id, s.story_id AS story_id, a.article->title AS title
  FROM enriched_articles a
  JOIN story_articles s ON a.article_id = s.article_id
  EMIT CHANGES;

-- Stories with three independent origins, as they change.
SELECT story_id, title, independent_origins FROM stories
  WHERE independent_origins >= 3 EMIT CHANGES;
