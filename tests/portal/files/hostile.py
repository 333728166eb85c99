"""Hostile files, each made here by code: {name: (function that makes the bytes, reason codes that may be
given)}.
"""

import io
import struct
import zipfile
import zlib

from pdf_writing import assemble, link, object_stream, pdf, stream
from PIL import Image
from pypdf import PdfWriter

SCRIPT = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
LAUNCH = "<< /S /Launch /F (cmd.exe) >>"
HOSTILE = {}


def hostile(name, *reasons):
    def register(make):
        HOSTILE[name] = (make, reasons)
        return make

    return register


def simple(name, reason, **pdf_parts):
    extra = pdf_parts.pop("extra", ())
    HOSTILE[name] = (lambda: pdf(*extra, **pdf_parts), (reason,))


# --- not what the name says
# ---------------------------------------------------------------------------------------

HOSTILE["program.pdf"] = (lambda: b"MZ\x90\x00" + bytes(60) + b"PE\0\0" + bytes(4000), ("kind",))
HOSTILE["elf.pdf"] = (lambda: b"\x7fELF\x02\x01\x01" + bytes(5000), ("kind",))
HOSTILE["empty.pdf"] = (lambda: b"", ("empty",))
HOSTILE["80-megabytes.pdf"] = (lambda: pdf() + bytes(80 * 1024 * 1024), ("too_large",))
HOSTILE["page.pdf"] = (lambda: b"<!doctype html><script>alert(1)</script>", ("kind",))
HOSTILE["drawing.png"] = (
    lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    ("kind",),
)
HOSTILE["film.gif"] = (lambda: b"GIF89a" + bytes(500), ("kind",))
HOSTILE["IMG_2041.HEIC"] = (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(4000), ("heic",))
HOSTILE["renamed-heic.jpg"] = (lambda: b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf" + bytes(4000), ("heic",))
HOSTILE["old-word.pdf"] = (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000), ("word",))


def archive(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, text in files.items():
            z.writestr(name, text)
    return out.getvalue()


@hostile("cv.docx", "word")
def word():
    return archive(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>", "word/vbaProject.bin": "x"})


# --- two files in one
# ---------------------------------------------------------------------------------------------

HOSTILE["bytes-before.pdf"] = (lambda: b"#!/bin/sh\necho\n" + pdf(), ("hybrid",))
HOSTILE["zip-behind.pdf"] = (lambda: pdf(tail=archive(a="b")), ("hybrid",))
HOSTILE["zip-before-the-end.pdf"] = (lambda: pdf() + b"%" + archive(a="b") + b"\n%%EOF\n", ("hybrid",))
HOSTILE["zip-in-a-stream.pdf"] = (lambda: pdf(stream(archive(a="b"))), ("hybrid",))
HOSTILE["zip-first.pdf"] = (lambda: archive(a="b") + pdf(), ("kind", "hybrid"))
HOSTILE["page-behind.pdf"] = (lambda: pdf(tail=b"<script>alert(1)</script>"), ("hybrid",))
HOSTILE["page-in-the-head.pdf"] = (
    lambda: pdf(header=b"%PDF-1.4\n%<html><script>alert(1)</script>\n"),
    ("hybrid",),
)
HOSTILE["two-pdfs.pdf"] = (lambda: pdf() + pdf(), ("hybrid",))
HOSTILE["program-behind.pdf"] = (lambda: pdf(tail=b"MZ\x90\0" + bytes(3000)), ("hybrid",))
HOSTILE["jpeg-with-zip.jpg"] = (lambda: picture("JPEG") + archive(a="b"), ("hybrid",))
HOSTILE["jpeg-with-pdf.jpg"] = (lambda: picture("JPEG") + pdf(), ("hybrid",))
HOSTILE["png-with-page.png"] = (lambda: picture("PNG") + b"<script>alert(1)</script>", ("hybrid",))

# --- programs and actions
# -----------------------------------------------------------------------------------------

simple("script-on-opening.pdf", "script", catalog=f"/OpenAction {SCRIPT}")
simple("script-by-reference.pdf", "script", catalog="/OpenAction 10 0 R", extra=[SCRIPT])
simple("script-by-name.pdf", "script", catalog=f"/Names << /JavaScript << /Names [(a) {SCRIPT}] >> >>")
simple("script-on-a-page.pdf", "action", page=f"/AA << /O {SCRIPT} >>")
simple(
    "script-in-disguise.pdf",
    "script",
    catalog="/OpenAction << /S /J#61vaScri#70t /J#53 (app.alert\\(1\\)) >>",
)
simple("script-nobody-refers-to.pdf", "script", extra=[SCRIPT])
simple("script-in-a-comment-gap.pdf", "script", catalog="/OpenAction 10 0 R", extra=["%x\n" + SCRIPT])
simple("kind-of-action-apart.pdf", "action", catalog="/OpenAction << /S 10 0 R >>", extra=["/JavaScript"])
simple(
    "subtype-apart.pdf",
    "media",
    page="/Annots [ << /Subtype 10 0 R /Rect [0 0 9 9] >> ]",
    extra=["/RichMedia"],
)
HOSTILE["script-in-the-trailer.pdf"] = (
    lambda: pdf().replace(
        b"/Root 1 0 R", b"/Root << /Type /Catalog /Pages 2 0 R /OpenAction " + SCRIPT.encode() + b" >>"
    ),
    ("script", "damaged"),
)
simple("launch.pdf", "action", catalog=f"/OpenAction {LAUNCH}")
simple("launch-by-a-link.pdf", "action", page=link("x").replace("/S /URI /URI (x)", "/S /Launch /F (cmd.exe)"))
simple("key-given-twice.pdf", "damaged", page=link("x").replace("/S /URI", "/S /GoTo /S /Launch"))
simple("next-after-a-jump.pdf", "action", catalog=f"/OpenAction << /S /GoTo /D [100 0 R /Fit] /Next {LAUNCH} >>")
simple("web-page-on-opening.pdf", "action", catalog="/OpenAction << /S /URI /URI (https://x.example) >>")
simple(
    "web-page-on-opening-by-reference.pdf",
    "action",
    catalog="/OpenAction 10 0 R",
    extra=["<< /S /URI /URI (https://x.example) >>"],
)
simple("print-on-opening.pdf", "action", catalog="/OpenAction << /S /Named /N /Print >>")
simple(
    "sends-a-form.pdf",
    "action",
    page=link("x").replace("/S /URI /URI (x)", "/S /SubmitForm /F (http://x.example)"),
)
simple("imports-data.pdf", "action", extra=["<< /S /ImportData /F (x.fdf) >>"])
simple("link-to-a-file.pdf", "link", page=link("file://x.example/x.txt"))
simple("link-with-script.pdf", "link", page=link("javascript:alert\\(1\\)"))
simple("link-to-a-share.pdf", "link", page=link("\\\\\\\\10.0.0.1\\\\share"))
simple(
    "other-document.pdf",
    "outside",
    page=link("x").replace("/S /URI /URI (x)", "/S /GoToR /F (\\\\\\\\h\\\\x.pdf)"),
)
simple("content-from-outside.pdf", "outside", extra=[stream(b"", "/F (http://x.example/a)")])
simple("postscript.pdf", "script", extra=[stream(b"x", "/Type /XObject /Subtype /PS")])

# --- what is inside
# -----------------------------------------------------------------------------------------------

EMBEDDED = "/Names << /EmbeddedFiles << /Names [(a.exe) 11 0 R] >> >>"
FILE_SPEC = "<< /Type /Filespec /F (a.exe) /EF << /F 10 0 R >> >>"
simple("attachment.pdf", "attachment", catalog=EMBEDDED, extra=[stream(b"MZ", "/Type /EmbeddedFile"), FILE_SPEC])
simple("portfolio.pdf", "attachment", catalog="/Collection << /View /D >>")
simple(
    "attached-to-a-page.pdf",
    "attachment",
    page="/Annots [ << /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (a.exe) >> >> ]",
)
simple("xfa.pdf", "form", catalog="/AcroForm << /Fields [] /XFA 10 0 R >>", extra=[stream(b"<xdp/>")])
simple("film.pdf", "media", page="/Annots [ << /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >> ]")
simple("sound.pdf", "media", extra=["<< /S /Rendition /OP 0 >>"])
simple(
    "password.pdf",
    "encrypted",
    trailer="/Encrypt 10 0 R /ID [<00> <00>]",
    extra=["<< /Filter /Standard /V 1 >>"],
)


@hostile("copying-forbidden.pdf", "encrypted")
def copying_forbidden():
    """Opens without a password, and still is encrypted: we could not look into it."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt(user_password="", owner_password="x", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


simple("201-pages.pdf", "pages", pages=201)
HOSTILE["script-in-a-packed-object.pdf"] = (
    lambda: pdf(object_stream({50: "<< /A 1 >>", 51: SCRIPT})),
    ("script",),
)


@hostile("earlier-version.pdf", "script")
def earlier_version():
    """An update that makes the script disappear from the file's table, and leaves it in the file."""
    first = pdf(SCRIPT, catalog="/OpenAction 10 0 R")
    place = len(first)
    update = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    table = b"xref\n1 1\n%010d 00000 n \n" % place
    end = b"trailer\n<< /Size 200 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    prev = int(first.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return first + update + table + end % (prev, place + len(update))


# --- bombs
# ----------------------------------------------------------------------------------------------------------

HOSTILE["object-bomb.pdf"] = (
    lambda: pdf(*[object_stream({50 + n: "<< >>"}, length=60_000_000) for n in range(3)]),
    ("complex", "damaged"),
)
HOSTILE["content-bomb.pdf"] = (lambda: pdf(stream(bytes(400_000_000), packed=True)), ("complex",))
HOSTILE["too-many-objects.pdf"] = (lambda: pdf(*["<< /A 1 >>"] * 70_000), ("complex",))
HOSTILE["deep.pdf"] = (lambda: pdf("[" * 200_000 + "]" * 200_000), ("damaged", "crashed"))
HOSTILE["packed-twice.pdf"] = (
    lambda: pdf(stream(zlib.compress(zlib.compress(bytes(1000))), "/Filter [/FlateDecode /FlateDecode]")),
    ("complex",),
)
HOSTILE["long-digits.pdf"] = (lambda: pdf("<< /A 1 >> " + "1" * 4_000_000), ("damaged",))
HOSTILE["white-desert.pdf"] = (lambda: pdf("<< /A 1 >>" + "1 " * 4_000_000), ("damaged",))
HOSTILE["pages-in-a-circle.pdf"] = (
    lambda: assemble({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}),
    ("damaged", "no_pages", "crashed", "complex"),
)
HOSTILE["no-pages.pdf"] = (lambda: pdf(pages=0), ("no_pages", "damaged"))
HOSTILE["huge-picture-inside.pdf"] = (
    lambda: pdf(stream(b"x", "/Type /XObject /Subtype /Image /Width 90000 /Height 90000")),
    ("pixels",),
)
HOSTILE["cut-short.pdf"] = (lambda: pdf()[:-200], ("incomplete", "damaged"))
HOSTILE["head-alone.pdf"] = (lambda: b"%PDF-1.7\n%%EOF\n", ("damaged",))

# --- pictures
# -------------------------------------------------------------------------------------------------------


def picture(kind, size=(60, 40), **options):
    out = io.BytesIO()
    Image.new("RGB", size, (200, 180, 90)).save(out, kind, **options)
    return out.getvalue()


def chunk(kind, data):
    return struct.pack("!L", len(data)) + kind + data + struct.pack("!L", zlib.crc32(kind + data))


@hostile("pixel-bomb.png", "pixels")
def pixel_bomb():
    head = struct.pack("!LLBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9000))) + chunk(b"IEND", b"")
    )


@hostile("text-bomb.png", "damaged", "complex")
def text_bomb():
    whole = picture("PNG")
    note = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(300_000_000), 9))
    return whole[:33] + note + whole[33:]


@hostile("pixel-bomb.jpg", "pixels", "damaged")
def jpeg_bomb():
    whole = bytearray(picture("JPEG"))
    place = whole.index(b"\xff\xc0")
    whole[place + 5 : place + 9] = struct.pack("!HH", 65_000, 65_000)
    return bytes(whole)


HOSTILE["cut-short.jpg"] = (lambda: picture("JPEG", (900, 900))[:-900], ("damaged",))
HOSTILE["head-alone.jpg"] = (lambda: b"\xff\xd8\xff\xe0" + bytes(900), ("damaged",))
HOSTILE["cut-short.png"] = (lambda: picture("PNG", (900, 900))[:-300], ("damaged",))
HOSTILE["program-named.png"] = (lambda: b"\x89PNG\r\n\x1a\n" + b"MZ" + bytes(4000), ("damaged",))
