"""Files as honest people send them, made by code."""

import io

from pdf_writing import link, pdf, stream
from PIL import Image, ImageDraw


def cv_with_links():
    """A CV as LaTeX or Word write it: opens at its first page, links to the web, to mail and inside
    itself.
    """
    inner = "/Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoTo /D [100 0 R /Fit] >> >> "
    annotations = inner + link("https://orcid.org/0000-0002-1825-0097").removeprefix("/Annots [")
    return pdf(
        page=annotations + link("mailto:jana@nemocnice.example").replace("/Annots", "/More"),
        catalog="/OpenAction [100 0 R /XYZ null null 0]",
        pages=3,
    )


def scanned_pdf(pages=2):
    """A4 scans at 150 dpi, one JPEG a page, as a copier makes them."""
    sheets = [sheet((1240, 1754), n) for n in range(pages)]
    out = io.BytesIO()
    sheets[0].save(out, "PDF", resolution=150, save_all=True, append_images=sheets[1:])
    return out.getvalue()


def wrong_length():
    """A cheap scanner's: the length of a stream is a few bytes off."""
    good = pdf(stream(b"q 1 0 0 1 0 0 cm Q"))
    return good.replace(b"/Length 18 ", b"/Length 12 ")


def sheet(size, number=1):
    page = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(page)
    for line in range(40):
        pen.line([(90, 120 + 38 * line), (size[0] - 90, 120 + 38 * line)], fill=(20, 30, 60 + number), width=3)
    return page


def jpeg_with_place():
    """A photograph of a paper, held sideways, that knows where it was taken and by which camera."""
    picture = sheet((600, 400))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 5.0, 12.0), 3: "E", 4: (14.0, 25.0, 0.0)})
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85, exif=exif, comment=b"typed by the camera")
    return out.getvalue() + b"TRAILER-OF-THE-CAMERA" * 20


def png_with_alpha():
    out = io.BytesIO()
    picture = Image.new("RGBA", (80, 50), (0, 90, 80, 128))
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Author", "SecretAuthor")
    picture.save(out, "PNG", pnginfo=words)
    return out.getvalue()
