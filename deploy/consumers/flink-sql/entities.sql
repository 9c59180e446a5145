-- Explodes entities, and cuts every mention out of the text by its places: Flink counts code points.
-- The table is that of docs/contract.md; `scan.bounded.mode` stops at the end of the topic.

CREATE TABLE enriched_articles (
  article_id STRING,
  article ROW<
    article_id STRING,
    revision STRING,
    kind STRING,
    url STRING,
    canonical_url STRING,
    title STRING,
    standfirst STRING,
    text STRING,
    blocks ARRAY<ROW<kind STRING, start_char BIGINT, end_char BIGINT>>,
    authors ARRAY<ROW<name STRING, url STRING>>,
    published_at TIMESTAMP_LTZ(3),
    modified_at TIMESTAMP_LTZ(3),
    ingested_at TIMESTAMP_LTZ(3),
    date_claims ARRAY<ROW<
      role STRING,
      instant TIMESTAMP_LTZ(3),
      wall_time STRING,
      `precision` STRING,
      zone_known BOOLEAN,
      whose STRING,
      source STRING,
      written STRING,
      doubt STRING
    >>,
    publisher ROW<name STRING, domain STRING>,
    origin ROW<
      name STRING,
      domain STRING,
      evidence ARRAY<ROW<kind STRING, text STRING, source STRING>>,
      confidence DOUBLE
    >,
    sections ARRAY<ROW<slug STRING, name STRING>>,
    tags ARRAY<ROW<slug STRING, name STRING>>,
    images ARRAY<ROW<url STRING, alt STRING, caption STRING>>,
    links ARRAY<ROW<url STRING, text STRING>>,
    declared_language STRING,
    access STRING,
    claims ARRAY<ROW<field STRING, source STRING, rule STRING, confidence DOUBLE>>,
    removed ARRAY<ROW<rule STRING, text STRING>>,
    source_record STRING
  >,
  detected_language ROW<code STRING, script STRING, confidence DOUBLE>,
  entities ARRAY<ROW<
    name STRING,
    kind STRING,
    aliases ARRAY<STRING>,
    mentions ARRAY<ROW<start_char BIGINT, end_char BIGINT, text STRING>>
  >>,
  quotes ARRAY<ROW<
    text STRING,
    start_char BIGINT,
    end_char BIGINT,
    speaker STRING,
    speaker_as_written STRING,
    cue STRING,
    kind STRING
  >>,
  cited_sources ARRAY<ROW<
    name STRING,
    mentions ARRAY<ROW<start_char BIGINT, end_char BIGINT, text STRING>>
  >>,
  keyphrases ARRAY<STRING>,
  summary ARRAY<ROW<start_char BIGINT, end_char BIGINT, text STRING>>,
  word_count BIGINT,
  parts ARRAY<ROW<name STRING, `version` STRING>>
) WITH (
  'connector' = 'kafka',
  'topic' = 'enriched-articles',
  'properties.bootstrap.servers' = '${BROKER}',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json',
  'json.timestamp-format.standard' = 'ISO-8601'
);

SELECT
  kind,
  name,
  COUNT(*) AS mentions,
  SUM(CASE WHEN SUBSTRING(words FROM from_char + 1 FOR until_char - from_char) = mention
      THEN 1 ELSE 0 END) AS cut_right
FROM (
  SELECT
    e.kind AS kind,
    e.name AS name,
    t.article.text AS words,
    CAST(m.start_char AS INT) AS from_char,
    CAST(m.end_char AS INT) AS until_char,
    m.text AS mention
  FROM enriched_articles AS t
  CROSS JOIN UNNEST(t.entities) AS e (name, kind, aliases, mentions)
  CROSS JOIN UNNEST(e.mentions) AS m (start_char, end_char, text)
)
GROUP BY kind, name;
