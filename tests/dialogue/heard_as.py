"""Run by the engine's Python: what the trained model hears in each text. Reads and writes JSON."""

from __future__ import annotations

import asyncio
import json
import sys

from rasa.core.agent import Agent


async def main() -> None:
    """Arguments: the model. Standard input: a list of texts. Standard output: a list of intents."""
    agent = Agent.load(sys.argv[1])
    heard = [(await agent.parse_message(text))["intent"]["name"] for text in json.load(sys.stdin)]
    json.dump(heard, sys.stdout)


asyncio.run(main())
