#!/usr/bin/env python
"""Django's own command line, with this project's settings."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # A setting that is missing or malformed: the sentence says what mends it, a traceback would hide it.
        sys.exit(f"{error}")


if __name__ == "__main__":
    main()
