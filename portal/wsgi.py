"""The WSGI application; DJANGO_SETTINGS_MODULE, in the environment or in .env, says which site it serves."""

from django.core.wsgi import get_wsgi_application

from portal.settings.choosing import choose_settings

choose_settings("portal.settings.production")
application = get_wsgi_application()
