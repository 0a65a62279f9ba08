"""Pages and acts of this room."""
