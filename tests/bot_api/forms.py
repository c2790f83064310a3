"""Reads a Bot API call's parameters: URL-encoded, multipart or JSON, with the standard library alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

JSON_PARAMETERS = ("reply_markup", "allowed_updates", "link_preview_options")
"""Parameters that are JSON wherever they come in a form."""


@dataclass(frozen=True)
class Upload:
    """An uploaded file."""

    filename: str
    content: bytes


@dataclass
class Call:
    """One call of a method, as it came, and what was answered."""

    method: str
    params: dict[str, Any]
    files: dict[str, Upload]
    at: float
    """Seconds of the monotonic clock."""
    answer: dict[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether it was done."""
        return bool(self.answer.get("ok"))


def read_call(method: str, content_type: str, query: bytes, body: bytes, at: float) -> Call:
    """The call. Raises ValueError for what cannot be read."""
    params: dict[str, Any] = dict(parse_qsl(query.decode(), keep_blank_values=True))
    files: dict[str, Upload] = {}
    if content_type.startswith("application/json"):
        params.update(json.loads(body or b"{}"))
    elif content_type.startswith("multipart/form-data"):
        for part in _parts(content_type, body):
            name, content = str(part.get_param("name", header="content-disposition")), part.get_payload(decode=True)
            assert isinstance(content, bytes)
            if (filename := part.get_filename()) is not None:
                files[name] = Upload(filename, content)
            else:
                params[name] = content.decode()
    else:
        params.update(parse_qsl(body.decode(), keep_blank_values=True))
    for name in JSON_PARAMETERS:
        if isinstance(params.get(name), str):
            params[name] = json.loads(params[name])
    return Call(method, params, files, at)


def _parts(content_type: str, body: bytes) -> list[Message]:
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    return [part for part in message.walk() if not part.is_multipart()]
