"""Reminders by mail: whom and when (choosing), what they say (letters), and the links in them (links)."""
