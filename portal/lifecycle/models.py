"""Tables with a lifecycle refuse every writer of their state but `portal.lifecycle.moving.move`."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models

_moving = ContextVar("a lifecycle is writing", default=False)


class UnguardedWrite(RuntimeError):
    """Code tried to write a state without its transition table. A programming error, never shown to a person."""


@contextmanager
def guarded_write():
    """For `move`, for erasing what the law wants erased, and for the demo's clearing alone: inside it the guard lets state
    through."""
    token = _moving.set(True)
    try:
        yield
    finally:
        _moving.reset(token)


class StatefulQuerySet(models.QuerySet):
    def update(self, **fields):
        if self.model.lifecycle.field in fields and not _moving.get():
            raise UnguardedWrite(f"{self.model.__name__}.state is written by its actions alone")
        return super().update(**fields)

    update.alters_data = True

    def bulk_update(self, objs, fields, batch_size=None):
        if self.model.lifecycle.field in fields and not _moving.get():
            raise UnguardedWrite(f"{self.model.__name__}.state is written by its actions alone")
        return super().bulk_update(objs, fields, batch_size=batch_size)

    def bulk_create(self, objs, *args, **kwargs):
        for obj in objs:
            obj.check_birth()
        return super().bulk_create(objs, *args, **kwargs)

    def delete(self):
        if not _moving.get():
            raise UnguardedWrite(f"{self.model.__name__} rows are ended, not deleted")
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class StatefulModel(models.Model):
    """Base of every table that has a lifecycle; the subclass gives `lifecycle` and the state field."""

    lifecycle = None
    objects = StatefulQuerySet.as_manager()

    class Meta:
        abstract = True
        # Django's own writers (refresh, cascade, Wagtail's viewsets) go through the base manager: guard it too.
        base_manager_name = "objects"

    @classmethod
    def from_db(cls, db, field_names, values):
        instance = super().from_db(db, field_names, values)
        # A deferred state cannot have been changed, so nothing is remembered for it.
        instance._state_as_read = instance.__dict__.get(cls.lifecycle.field)
        return instance

    def check_birth(self):
        if getattr(self, self.lifecycle.field) not in self.lifecycle.born and not _moving.get():
            raise UnguardedWrite(f"{type(self).__name__} cannot be born in state {self.state!r}")

    def save(self, *args, **kwargs):
        if self._state.adding:
            self.check_birth()
        elif not _moving.get():
            now_held = self.__dict__.get(self.lifecycle.field)
            if now_held is not None and now_held != getattr(self, "_state_as_read", now_held):
                raise UnguardedWrite(f"{type(self).__name__}.state is written by its actions alone")
        super().save(*args, **kwargs)
        self._state_as_read = self.__dict__.get(self.lifecycle.field)

    def delete(self, *args, **kwargs):
        if not _moving.get():
            raise UnguardedWrite(f"{type(self).__name__} rows are ended, not deleted")
        return super().delete(*args, **kwargs)
