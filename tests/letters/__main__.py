"""python -m tests.letters --broker kafka --records 10000"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.broker.running import ApacheKafka, EmbeddedBrokerProcess
from tests.letters.round_trip import RoundTrip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.letters", description=__doc__)
    parser.add_argument("--broker", choices=["embedded", "kafka"], default="embedded")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--patience", type=float, default=600, metavar="SECONDS")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kind = ApacheKafka if chosen.broker == "kafka" else EmbeddedBrokerProcess
        with kind(Path(folder) / "broker") as broker:
            told = asyncio.run(RoundTrip(broker, Path(folder), chosen.patience).run(chosen.records))
    print(f"{chosen.broker}: {told}")


if __name__ == "__main__":
    main()
