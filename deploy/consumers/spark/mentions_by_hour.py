"""Explodes the entities of every article and counts them by hour and kind."""

import os
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, count, date_format, explode, from_json, size
from pyspark.sql.functions import sum as total

MESSAGE = """
    article STRUCT<ingested_at: TIMESTAMP>,
    entities ARRAY<STRUCT<name: STRING, kind: STRING, mentions: ARRAY<STRUCT<text: STRING>>>>
"""


def print_rows(table: DataFrame, _batch: int) -> None:
    for line in table.toJSON().collect():
        print(line, flush=True)


spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.jars", ",".join(str(jar) for jar in Path("lib").glob("*.jar")))
    .config("spark.driver.memory", "640m")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.shuffle.partitions", "1")
    .getOrCreate()
)
records = (
    spark.readStream.format("kafka")
    .option("kafka.bootstrap.servers", os.environ["BROKER"])
    .option("kafka.isolation.level", "read_committed")  # Spark's own default is uncommitted
    .option("subscribe", "enriched-articles")
    .option("startingOffsets", "earliest")
    .load()
)
message = from_json(col("value").cast("string"), MESSAGE).alias("message")
entities = records.select(message).select(
    date_format("message.article.ingested_at", "yyyy-MM-dd'T'HH:00:00'Z'").alias("hour"),
    explode("message.entities").alias("entity"),
)
counts = entities.groupBy("hour", col("entity.kind").alias("kind")).agg(
    count("*").alias("entities"), total(size("entity.mentions")).alias("mentions")
)
(
    counts.writeStream.outputMode("complete")
    .foreachBatch(print_rows)
    .option("checkpointLocation", "checkpoint")
    .trigger(availableNow=True)  # stop at the end; leave out to go on for ever
    .start()
    .awaitTermination()
)
