"""Keys: one per person, wrapped by the installation's key, kept in a database of their own.

Destroying a person's key makes every sealed word of theirs unreadable, in the store and in every copy of it.
This module must never log, and must never put a key anywhere but in memory, wrapped in the key database, or in the
installation's key file.
"""

from __future__ import annotations

import hmac
import os
import secrets
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import MetaData, String, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from bot.errors import KeyDestroyed, SettingsError, StoreError
from bot.store.base import PERSON_ID, Base, UtcDateTime
from bot.store.clock import Clock
from bot.store.database import open_engine

KEY_BYTES = 32
NONCE_BYTES = 12
"""NIST SP 800-38D recommends 96-bit nonces for GCM."""
FORMAT = b"\x01"


class KeysBase(DeclarativeBase):
    """Tables of the key database, apart from the store's."""

    metadata = MetaData(naming_convention=Base.metadata.naming_convention)


class PersonKey(KeysBase):
    """A person's wrapped key; once destroyed, only the fact and the moment remain."""

    __tablename__ = "person_keys"

    person_id: Mapped[str] = mapped_column(PERSON_ID, primary_key=True)
    wrapped: Mapped[bytes | None]
    algorithm: Mapped[str] = mapped_column(String(16), default="aes-256-gcm")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime())
    destroyed_at: Mapped[datetime | None] = mapped_column(UtcDateTime())


class KeyVault:
    """Seals and opens with AES-256-GCM. The ciphertext is bound to its person and column, so it cannot be moved.

    Does not authenticate callers: whoever holds the vault may open everything it has keys for.
    """

    def __init__(self, keys_url: str, installation_key: bytes, clock: Clock) -> None:
        self._installation = AESGCM(installation_key)
        self._fingerprint_key = hmac.digest(installation_key, b"kith address fingerprint", "sha256")
        self._clock = clock
        self.engine = open_engine(keys_url)
        self._opened: dict[str, AESGCM] = {}

    def seal(self, person_id: str | None, plain: bytes, bound_to: str) -> bytes:
        """Encrypt under the person's key (None: the installation's). Raises KeyDestroyed after an erasure."""
        nonce = os.urandom(NONCE_BYTES)
        return FORMAT + nonce + self._cipher(person_id).encrypt(nonce, plain, _associated(person_id, bound_to))

    def open(self, person_id: str | None, sealed: bytes, bound_to: str) -> bytes:
        """Decrypt what `seal` made. Raises KeyDestroyed after an erasure, StoreError if it was altered or moved."""
        nonce, rest = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return self._cipher(person_id).decrypt(nonce, rest, _associated(person_id, bound_to))
        except InvalidTag:
            raise StoreError(
                f"A sealed value in {bound_to} cannot be opened: the key file is not the one it was written with, "
                "or the row was altered. Restore the matching key file and key database."
            ) from None

    def create_key(self, person_id: str) -> None:
        """Make a key for a new person."""
        key = AESGCM.generate_key(bit_length=KEY_BYTES * 8)
        nonce = os.urandom(NONCE_BYTES)
        wrapped = FORMAT + nonce + self._installation.encrypt(nonce, key, _associated(person_id, "key"))
        with Session(self.engine) as session, session.begin():
            session.add(PersonKey(person_id=person_id, wrapped=wrapped, created_at=self._clock.now()))
        self._opened[person_id] = AESGCM(key)

    def destroy_key(self, person_id: str) -> None:
        """Destroy the person's live key. What was sealed under it stays unreadable for good."""
        self._opened.pop(person_id, None)
        with Session(self.engine) as session, session.begin():
            row = session.get(PersonKey, person_id)
            if row is not None and row.destroyed_at is None:
                row.wrapped = None
                row.destroyed_at = self._clock.now()
        self._overwrite_freed_pages()

    def fingerprint(self, text: str) -> str:
        """A keyed hash (HMAC-SHA-256, hexadecimal): finds an address again without storing it in clear."""
        return hmac.digest(self._fingerprint_key, text.encode(), "sha256").hex()

    def living(self) -> set[str]:
        """Ids of the persons whose key exists."""
        with Session(self.engine) as session:
            return set(session.scalars(select(PersonKey.person_id).where(PersonKey.wrapped.is_not(None))))

    def close(self) -> None:
        """Forget opened keys and give back the connections."""
        self._opened.clear()
        self.engine.dispose()

    def _overwrite_freed_pages(self) -> None:
        """SQLite would keep the wrapped key in its write-ahead log until that is next emptied."""
        if self.engine.dialect.name == "sqlite":
            connection = self.engine.raw_connection()  # outside any transaction, as a checkpoint must be
            try:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.close()

    def _cipher(self, person_id: str | None) -> AESGCM:
        if person_id is None:
            return self._installation
        if person_id not in self._opened:
            self._opened[person_id] = AESGCM(self._unwrap(person_id))
        return self._opened[person_id]

    def _unwrap(self, person_id: str) -> bytes:
        with Session(self.engine) as session:
            row = session.get(PersonKey, person_id)
        if row is None or row.wrapped is None:
            raise KeyDestroyed("This person's key no longer exists; their data cannot be read any more.")
        nonce, rest = row.wrapped[1 : 1 + NONCE_BYTES], row.wrapped[1 + NONCE_BYTES :]
        try:
            return self._installation.decrypt(nonce, rest, _associated(person_id, "key"))
        except InvalidTag:
            raise StoreError(
                "The installation's key does not open the key database: KITH_KEY_FILE is not the one it was made with. "
                "Put the right key file back."
            ) from None


def installation_key(path: Path) -> bytes:
    """Read the installation's key, or make one on the first start (readable by its owner only).

    Raises SettingsError where the file is not such a key, or is open to others.
    """
    try:
        if not path.exists():
            _make_key(path)
        if path.stat().st_mode & 0o077:
            raise SettingsError(f"KITH_KEY_FILE is wrong: {path} can be read by others. Run: chmod 600 {path}")
        key = bytes.fromhex(path.read_text().strip())
    except OSError as problem:
        raise SettingsError(
            f"KITH_KEY_FILE is wrong: {path} cannot be used ({problem.strerror}). "
            "Name a file that can be read and written: KITH_KEY_FILE=/path/to/installation.key"
        ) from None
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise SettingsError(
            f"KITH_KEY_FILE is wrong: {path} does not hold a key of 64 hexadecimal digits. "
            "Put the right file back; without it the stored words cannot be read."
        )
    return key


def _make_key(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(KEY_BYTES) + "\n")


def _associated(person_id: str | None, bound_to: str) -> bytes:
    return f"{person_id or 'installation'}:{bound_to}".encode()
