"""The private storage on a disk: readable to the site's own user alone, and without addresses."""

from django.core.files.storage import FileSystemStorage


class PrivateDiskStorage(FileSystemStorage):
    """Where no address is given Django falls back to MEDIA_URL; this storage has none at all."""

    def __init__(self, location=None, **options):
        options.pop("base_url", None)
        options = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700} | options
        super().__init__(location=location, **options)

    def url(self, name):
        raise ValueError("This file is not accessible via a URL.")
