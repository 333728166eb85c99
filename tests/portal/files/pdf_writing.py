"""Writes PDFs object by object, honest ones and others, without any PDF library."""

import io
import zlib


def pdf(
    *extra,
    catalog="",
    page="",
    trailer="",
    pages=1,
    header=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    tail=b"",
    table=True,
):
    """A whole PDF. extra: further objects (str or bytes), numbered from 10. catalog, page, trailer:
    entries to add.
    """
    kids = " ".join(f"{100 + n} 0 R" for n in range(pages))
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        3: stream(b"BT /F1 12 Tf 72 720 Td (Curriculum vitae) Tj ET"),
        4: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for n in range(pages):
        objects[100 + n] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R "
            f"/Resources << /Font << /F1 4 0 R >> >> {page} >>"
        )
    objects |= {10 + n: thing for n, thing in enumerate(extra)}
    return assemble(objects, trailer=trailer, header=header, table=table) + tail


def assemble(objects, *, trailer="", header=b"%PDF-1.7\n", table=True):
    out = io.BytesIO()
    out.write(header)
    places = {}
    for number, thing in objects.items():
        places[number] = out.tell()
        body = thing if isinstance(thing, bytes) else thing.encode("latin-1")
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start = out.tell()
    if table:
        out.write(b"xref\n0 1\n0000000000 65535 f \n")
        for number in sorted(places):
            out.write(b"%d 1\n%010d 00000 n \n" % (number, places[number]))
    size = max(objects) + 1
    out.write(f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def stream(data, entries="", *, packed=False):
    if packed:
        data, entries = zlib.compress(data, 9), f"{entries} /Filter /FlateDecode"
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode("latin-1") + data + b"\nendstream"


def object_stream(inner, *, length=None):
    """A stream that packs objects: {number: text}."""
    heads, body = [], ""
    for number, text in inner.items():
        heads.append(f"{number} {len(body)}")
        body += text + " "
    head = " ".join(heads) + " "
    data = (head + body).encode()
    data += b" " * max(0, (length or 0) - len(data))
    return stream(data, f"/Type /ObjStm /N {len(inner)} /First {len(head)}", packed=True)


def link(address):
    return (
        "/Annots [ << /Type /Annot /Subtype /Link /Rect [72 700 200 720] /Border [0 0 0] "
        f"/A << /Type /Action /S /URI /URI ({address}) >> >> ]"
    )
