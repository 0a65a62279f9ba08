"""The engine that settings name: whether an idle connection still stands costs no round trip."""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A server that went away has closed its end, so the socket has something to be read; a quiet one stands."""

    def is_usable(self) -> bool:
        """Whether the connection can be used, as CONN_HEALTH_CHECKS asks once for each request."""
        if self.connection is None or self.connection.closed:
            return False
        watch = select.poll()
        watch.register(self.connection.fileno(), select.POLLIN)
        # Something to be read: its end, or a notice. Only the server itself can tell which.
        return not watch.poll(0) or bool(super().is_usable())
