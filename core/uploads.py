"""Uploaded files: each kept whole or not at all, in a folder that is certainly this installation's.

The folder carries a mark with the installation's own key. A second web server that was given another folder would list
files that it does not have, and delete none of those it says that it deletes: it finds no such mark, and says so.
"""

import logging
import re
import shutil
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, default_storage
from django.db import DatabaseError, connection, models, transaction

from core.apart import log_bad, refuse_bad
from core.locking import locked
from core.models import Installation
from core.whole import PART, give_name

log = logging.getLogger(__name__)

MARK = ".halfhour"
# Below this the next résumés would fail.
LEAST_FREE = 50 * 1024 * 1024
# What no row names for so long is nobody's any more: long enough to notice that an older database was put back.
KEPT_FOR = timedelta(days=7)
# The names that our rows give to files, and what a write that was cut off leaves behind. Others' files have others.
_OURS = re.compile(r"[0-9a-f]{32}(\.part)?")

_other_names: list[Callable[[], Iterable[str]]] = []


class NotStored(Exception):
    """The disk is full, or must not be written, or the folder is somebody else's."""


class WholeFiles(FileSystemStorage):
    """Files in a folder; each gets its name once all of it is on the disk."""

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Keep `content` as `name`, or as one like it that is free, which is given.

        Raises NotStored, also where the folder is not this installation's: nobody else would find the file there.
        """
        if name != MARK and (reason := _not_ours()):
            log.error("A file couldn't be saved: %s", reason)
            raise NotStored
        return self._save_whole(name, content, max_length)

    def _save_whole(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        part = f"{name or content.name}{PART}"
        try:
            part = super().save(part, content, max_length)
            name = self.get_available_name(part.removesuffix(PART), max_length)
            give_name(Path(self.path(part)), Path(self.path(name)))
        except OSError as error:
            with suppress(OSError):
                self.delete(part)
            log.error("A file couldn't be saved: %s.", error.strerror or error)
            raise NotStored from error
        return name

    def trouble(self) -> str:
        """Why nothing could be kept here, in a sentence; empty where it could."""
        try:
            name = self._save_whole(f"{uuid.uuid4().hex}.try", ContentFile(b"halfhour"))
            self.delete(name)
            free = shutil.disk_usage(self.location).free
        except NotStored as error:
            return f"Files can't be saved in {self.location}: {getattr(error.__cause__, 'strerror', '')}."
        except OSError as error:
            return f"Files can't be saved in {self.location}: {error.strerror}."
        if free < LEAST_FREE:
            return f"The disk of {self.location} is almost full: {free // 1024 // 1024} MB free."
        return ""


def troubles(installation: Installation | None = None) -> Iterator[str]:
    """What keeps files from being kept and found on this host, a sentence each. Raises DatabaseError.

    In: the `installation`, where it was read just now.
    """
    if (reason := _not_ours(installation)) or (reason := getattr(default_storage, "trouble", str)()):
        yield reason


def is_here(file: "models.fields.files.FieldFile") -> bool:
    """Whether `file` is where this host looks for it. Raises OSError."""
    return bool(file.name and file.storage.exists(file.name))


def is_certain() -> bool:
    """Whether a file that this host does not find is nowhere: its folder is the one of this installation."""
    return not _not_ours()


def say_at_start() -> None:
    """Log what is wrong with the folder as a process begins; a database that is away says so elsewhere."""
    try:
        for reason in troubles():
            log.error(reason)
    except DatabaseError:
        log.warning("The folder for uploads wasn't checked: the database isn't answering.")


def say_apart() -> None:
    """As `say_at_start`, in a thread of its own: a database that is away keeps those waiting who need none."""

    def say() -> None:
        try:
            say_at_start()
        finally:
            connection.close()

    threading.Thread(target=say, name="uploads", daemon=True).start()


def adopt() -> None:
    """Let the folder of this host be the installation's from now on. Raises NotStored."""
    installation = Installation.current()
    _write_mark(installation.uploads or uuid.uuid4(), installation)


def sweep(*, now: datetime) -> int:
    """Delete the files that no row has named for `KEPT_FOR`; gives how many.

    Only in the installation's own folder, and for the database that owns it: to a copy of it, all that is newer
    than the copy would look like nobody's. Raises BadRows where some cannot be deleted, once all others are.
    """
    if _not_ours() or Installation.current().refusal:
        return 0
    named, swept = set(named_files()), 0
    bad = []
    for name in _all_files(default_storage, ""):
        if name in named or not _OURS.fullmatch(name.rpartition("/")[2]):
            continue
        try:
            if default_storage.get_modified_time(name) < now - KEPT_FOR:
                default_storage.delete(name)
                swept += 1
        except FileNotFoundError:
            # Another host was there first.
            continue
        except OSError as error:
            log_bad("file", name, error)
            bad.append(name)
    if swept:
        log.warning("%d files that nothing named any more were deleted.", swept)
    refuse_bad("file", bad)
    return swept


def register_names(names: Callable[[], Iterable[str]]) -> None:
    """Let `names` say which files a row names otherwise than by a column; called once, from AppConfig.ready."""
    if names not in _other_names:
        _other_names.append(names)


def named_files() -> Iterator[str]:
    """The name of every file that a row names."""
    for others in _other_names:
        yield from others()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.FileField):
                names = model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)
                yield from names.order_by("-pk").iterator()


def _all_files(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}{name}" for name in names)
    for each in folders:
        yield from _all_files(storage, f"{folder}{each}/")


def _not_ours(installation: Installation | None = None) -> str:
    """Why the folder of this host is not the installation's, in a sentence; empty where it is.

    The first host that asks makes its folder the installation's, unless it lacks what rows name or belongs to others.
    """
    installation = installation or Installation.current()
    try:
        mark = _read_mark()
    except OSError as error:
        return f"The folder for uploads can't be read: {error.strerror}."
    if installation.uploads is None:
        with transaction.atomic():
            installation = locked(Installation.objects.filter(pk=1)).get()
            if installation.uploads is None and _may_become_ours(mark):
                try:
                    _write_mark(uuid.uuid4(), installation)
                except NotStored:
                    return ""  # which `trouble` says with its reason
            if installation.uploads is not None:
                mark = _read_mark()
    if installation.uploads is not None and mark == str(installation.uploads):
        return ""
    where = getattr(default_storage, "location", "the settings' place")
    return (
        f"The folder for uploads of this host, {where}, doesn't belong to this installation, so files are missing."
        " Share the installation's folder with it, or where this is the right one run: manage.py adopt --uploads"
    )


def _may_become_ours(mark: str) -> bool:
    first = next(named_files(), None)
    if first is not None:
        return not mark and default_storage.exists(first)
    return not mark or not any(True for name in _all_files(default_storage, "") if name != MARK)


def _read_mark() -> str:
    try:
        with default_storage.open(MARK) as file:
            return str(file.read(64).decode(errors="replace")).strip()
    except (FileNotFoundError, SuspiciousFileOperation):
        return ""


def _write_mark(key: uuid.UUID, installation: Installation) -> None:
    """Raises NotStored."""
    with suppress(FileNotFoundError):
        default_storage.delete(MARK)
    default_storage.save(MARK, ContentFile(f"{key}\n".encode()))
    Installation.objects.filter(pk=installation.pk).update(uploads=key)
    installation.uploads = key
