"""What every table shares: one metadata, UTC times, ids, and columns sealed under their person's key."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, overload

from sqlalchemy import JSON, DateTime, LargeBinary, MetaData, String, event
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Session, object_session
from sqlalchemy.types import TypeDecorator

PERSON_ID = String(32)

T = TypeVar("T")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime in UTC, whatever the database thinks of time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive times, which are how bugs about zones begin."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time must be aware")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite gives back naive times; they are UTC, because only UTC goes in."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The one declarative base."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),
        list[str]: JSON(),
        bytes: LargeBinary(),
    }


def new_id() -> str:
    """A random opaque id of 32 hexadecimal digits."""
    return uuid.uuid4().hex


class Vault(Protocol):
    """Seals and opens a person's words; `person_id` None means the installation's own key."""

    def seal(self, person_id: str | None, plain: bytes, bound_to: str) -> bytes: ...

    def open(self, person_id: str | None, sealed: bytes, bound_to: str) -> bytes: ...


class _Sealed(Generic[T]):
    """A descriptor `words = SealedText()` over a bytes column `words_sealed`.

    Setting keeps the plain value beside the row until the session flushes; only sealed bytes reach the database.
    The row's class needs a `person_id`; where that is None the installation's key is used.
    """

    def __set_name__(self, owner: type[Base], name: str) -> None:
        self._name = name
        self._column = f"{name}_sealed"
        sealed = dict(getattr(owner, "sealed_fields", {}))
        sealed[name] = self
        owner.sealed_fields = sealed

    @overload
    def __get__(self, row: None, owner: type[Base]) -> _Sealed[T]: ...

    @overload
    def __get__(self, row: Base, owner: type[Base]) -> T | None: ...

    def __get__(self, row: Base | None, owner: type[Base]) -> _Sealed[T] | T | None:
        if row is None:
            return self
        waiting: dict[str, Any] = row.__dict__.get("_unsealed", {})
        if self._name in waiting:
            value: T | None = waiting[self._name]
            return value
        sealed = getattr(row, self._column)
        if sealed is None:
            return None
        plain = _vault_of(row).open(_owner_of(row), sealed, self._bound_to(row))
        return self._decode(plain)

    def __set__(self, row: Base, value: T | None) -> None:
        row.__dict__.setdefault("_unsealed", {})[self._name] = value
        # A new bytes object marks the row as changed, so that the flush hook meets it.
        setattr(row, self._column, None if value is None else b"\x00" + uuid.uuid4().bytes)

    def seal(self, row: Base, vault: Vault) -> None:
        value: T | None = row.__dict__["_unsealed"][self._name]
        sealed = None
        if value is not None:
            sealed = vault.seal(_owner_of(row), self._encode(value), self._bound_to(row))
        setattr(row, self._column, sealed)

    def _bound_to(self, row: Base) -> str:
        return f"{row.__tablename__}.{self._column}"

    def _encode(self, value: T) -> bytes:
        raise NotImplementedError

    def _decode(self, plain: bytes) -> T:
        raise NotImplementedError


class SealedText(_Sealed[str]):
    """Text sealed under its person's key."""

    def _encode(self, value: str) -> bytes:
        return value.encode()

    def _decode(self, plain: bytes) -> str:
        return plain.decode()


class SealedJson(_Sealed[Any]):
    """Anything JSON can hold, sealed under its person's key. Assign a new value to change it; do not mutate."""

    if TYPE_CHECKING:

        def __get__(self, row: Base | None, owner: type[Base]) -> Any: ...

    def _encode(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def _decode(self, plain: bytes) -> Any:
        return json.loads(plain)


def _owner_of(row: Base) -> str | None:
    owner: str | None = getattr(row, "seal_under", None) or getattr(row, "person_id", None)
    return owner


def _vault_of(row: Base) -> Vault:
    session = object_session(row)
    if session is None:
        raise RuntimeError("a sealed column can only be read while its row is in a session")
    vault: Vault = session.info["vault"]
    return vault


@event.listens_for(Session, "before_flush")
def _seal_waiting(session: Session, _context: Any, _instances: Any) -> None:
    for row in (*session.new, *session.dirty):
        waiting = row.__dict__.get("_unsealed")
        if waiting:
            for name in waiting:
                row.sealed_fields[name].seal(row, session.info["vault"])
            row.__dict__["_unsealed"] = {}
