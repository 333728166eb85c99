#!/usr/bin/env python3
"""Django's command line for the portal. Without DJANGO_SETTINGS_MODULE, there or in .env, it means the development site."""

import sys

if __name__ == "__main__":
    from portal.settings.choosing import choose_settings

    choose_settings("portal.settings.development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
