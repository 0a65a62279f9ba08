"""Django's PostgreSQL engine, with a connection that is looked at before it is asked."""
