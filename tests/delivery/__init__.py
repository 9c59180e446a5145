"""The line on real brokers: processes that are killed, frozen and told to stop."""
