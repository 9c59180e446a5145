"""What can go wrong with Kafka, in words for the person who must do something.

KafkaProblem
├── BrokerUnreachable   nobody answers, or nobody whom we may talk to
├── TopicMissing        the topic is not there
└── NotPublished        a record was refused
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from aiokafka.errors import KafkaConnectionError, KafkaError, KafkaTimeoutError, NodeNotReadyError

from workers.adapters.kafka.connection import KafkaConnection

REQUEST_SECONDS = 15.0
"""How long one request may take before we say that nobody answers."""


class KafkaProblem(Exception):
    """Kafka did not do what it was asked; the text is one line for a person."""


class BrokerUnreachable(KafkaProblem):
    """No broker answers at the address in the settings."""

    @classmethod
    def at(cls, connection: KafkaConnection, why: str) -> "BrokerUnreachable":
        """The error for a broker, its address named."""
        secured = connection.security_protocol != "PLAINTEXT"
        hint = "the security settings" if secured else "that it speaks PLAINTEXT"
        return cls(
            f"no Kafka broker answers at {connection.bootstrap_servers} ({why}); "
            f"check that it runs, the address, and {hint}"
        )


class TopicMissing(KafkaProblem):
    """The topic is not there."""

    @classmethod
    def at(cls, connection: KafkaConnection, topic: str) -> "TopicMissing":
        """The error for a topic, and how to make it."""
        return cls(
            f"there is no topic {topic!r} at {connection.bootstrap_servers}; "
            "`copydesk topics --apply` makes it"
        )


class NotPublished(KafkaProblem):
    """The broker, or our own limit, refused a record."""


@contextmanager
def talking_to(connection: KafkaConnection) -> Iterator[None]:
    """Turns what the client library raises into the errors above.

    Raises:
        BrokerUnreachable: nobody answered, or TLS failed.
        KafkaProblem: the broker answered with an error.
    """
    try:
        yield
    except (KafkaConnectionError, KafkaTimeoutError, NodeNotReadyError) as error:
        raise BrokerUnreachable.at(connection, _words(error)) from error
    except ssl.SSLError as error:
        raise BrokerUnreachable.at(connection, f"TLS: {error.reason or error}") from error
    except FileNotFoundError as error:
        raise BrokerUnreachable(f"cannot read a TLS file: {error.strerror}") from error
    except (TimeoutError, OSError) as error:
        raise BrokerUnreachable.at(connection, str(error) or "no answer in time") from error
    except KafkaError as error:
        raise KafkaProblem(f"Kafka at {connection.bootstrap_servers}: {_words(error)}") from error


def _words(error: KafkaError) -> str:
    text = " ".join(str(argument) for argument in error.args) or type(error).__name__
    return " ".join(text.split())[:200]
