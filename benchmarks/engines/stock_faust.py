"""Faust as it comes: an agent that sends to the next topic."""

import faust

from workers.stages.outcome import Record

from .task import SESSION_SECONDS, Task, told


def app_of(task: Task) -> faust.App:
    """The app of the task."""
    stage = task.stage()
    app = faust.App(
        task.group,
        broker=f"kafka://{task.bootstrap}",
        store="memory://",
        topic_disable_leader=True,
        web_enabled=False,
        worker_redirect_stdouts=False,
        consumer_auto_offset_reset="earliest",
        consumer_max_fetch_size=4 << 20,
        producer_max_request_size=8 << 20,
        broker_session_timeout=SESSION_SECONDS,
        broker_heartbeat_interval=0.5,
    )
    raw_posts = app.topic("raw-posts", key_type=bytes, value_type=bytes, value_serializer="raw")
    articles = app.topic("articles", key_type=bytes, value_type=bytes, value_serializer="raw")

    async def normalize(stream: faust.StreamT[bytes]) -> None:
        async for event in stream.events():
            message = event.message
            record = Record(
                topic=message.topic,
                partition=message.partition,
                offset=message.offset,
                key=message.key,
                value=message.value,
                headers=(),
                timestamp_ms=int(message.timestamp * 1000),
            )
            for output in stage.outputs(record):
                await articles.send(
                    key=output.key,
                    value=output.value,
                    headers=list(output.headers),
                    timestamp=output.timestamp_ms / 1000,
                )

    app.agent(raw_posts)(normalize)
    return app


if __name__ == "__main__":
    # not app.main(): Faust's command line opens a web page to everybody, and redirects print
    faust.Worker(app_of(told()), loglevel="ERROR").execute_from_commandline()
