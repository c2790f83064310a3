"""Lines of standard input, read without holding up the event loop and without a thread that outlives Ctrl-C."""

from __future__ import annotations

import asyncio
import codecs
import io
import os
from collections.abc import AsyncIterator
from typing import TextIO

CHUNK_BYTES = 65_536


async def read_lines(stdin: TextIO) -> AsyncIterator[str]:
    """Each line without its line break, until the end of input."""
    descriptor = _descriptor(stdin)
    if descriptor is None:
        for line in stdin:
            yield line.rstrip("\r\n")
        return
    rest = ""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while chunk := await _read(descriptor):
        *lines, rest = (rest + decoder.decode(chunk)).split("\n")
        for line in lines:
            yield line.removesuffix("\r")
    if rest:
        yield rest.removesuffix("\r")


async def _read(descriptor: int) -> bytes:
    """Whatever has come; empty at the end."""
    loop = asyncio.get_running_loop()
    ready = asyncio.Event()
    try:
        loop.add_reader(descriptor, ready.set)
    except PermissionError:  # a regular file cannot be waited for, and need not be
        return os.read(descriptor, CHUNK_BYTES)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(descriptor)
    return os.read(descriptor, CHUNK_BYTES)


def _descriptor(stdin: TextIO) -> int | None:
    try:
        return stdin.fileno()
    except (io.UnsupportedOperation, ValueError):
        return None
