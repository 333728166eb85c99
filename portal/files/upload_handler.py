"""Stops writing an upload to disk once it is larger than allowed, and still learns how large it is.

The form around the file stays whole, so that nothing typed is lost and the page can say "has 31 MB". Belongs
before Django's own handlers in FILE_UPLOAD_HANDLERS.
"""

import io

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from .checking.limits import MAX_BYTES


class OversizedUpload(UploadedFile):
    """A file of which the size alone is known; its content was let go."""


class LimitedUploadHandler(FileUploadHandler):
    def receive_data_chunk(self, raw_data, start):
        # None ends the chain for this piece: the handlers behind do not see it.
        return raw_data if start + len(raw_data) <= MAX_BYTES else None

    def file_complete(self, file_size):
        if file_size <= MAX_BYTES:
            return None
        return OversizedUpload(io.BytesIO(), self.file_name, self.content_type, size=file_size)
