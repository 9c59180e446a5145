"""The consumer kits of `deploy/consumers`, run against Apache Kafka and compared."""
