-- `stories` as a table: one row a story, changed as it grows, gone when it has expired.

CREATE TABLE stories (
  story_id STRING,
  title STRING,
  article_ids ARRAY<STRING>,
  independent_origins BIGINT,
  first_seen_at TIMESTAMP_LTZ(0),
  last_seen_at TIMESTAMP_LTZ(0),
  PRIMARY KEY (story_id) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'stories',
  'properties.bootstrap.servers' = '${BROKER}',
  'properties.isolation.level' = 'read_committed',  -- Flink reads uncommitted records unless told
  'key.format' = 'raw',                             -- the key is the id itself, not JSON
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',  -- the default cannot read our times
  'scan.bounded.mode' = 'latest-offset'             -- stop at the end; leave out to go on for ever
);

SELECT
  story_id,
  title,
  CARDINALITY(article_ids) AS articles,
  independent_origins,
  TIMESTAMPDIFF(HOUR, first_seen_at, last_seen_at) AS hours
FROM stories;
