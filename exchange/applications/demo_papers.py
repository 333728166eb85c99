"""The demo's CVs and proofs of registration: small PDFs made by code, received like any other file."""

import json

import typst
from django.core.files.uploadedfile import SimpleUploadedFile

SHEET = b"""
#let person = json(bytes(sys.inputs.person))
#set document(title: person.title)
#set page(paper: "a4", margin: 25mm)
#set text(size: 11pt)
#text(size: 20pt, weight: "bold")[#person.name]
#v(2mm)
#text(fill: rgb("#3d4f4a"))[#person.title]
#v(6mm)
#for (label, value) in person.rows [
  #grid(columns: (42mm, 1fr), gutter: 4mm, text(fill: rgb("#3d4f4a"))[#label], [#value])
  #v(1mm)
]
#v(1fr)
#text(size: 9pt)[Demonstration: this person and this hospital are invented.]
"""


def paper(compiler, name, title, rows, filename):
    """An uploaded file as a browser would send it."""
    person = json.dumps({"name": name, "title": title, "rows": rows}, ensure_ascii=False)
    content = compiler.compile(SHEET, sys_inputs={"person": person})
    return SimpleUploadedFile(filename, content, content_type="application/pdf")


def compiler():
    return typst.Compiler()


def cv_of(maker, who):
    rows = [
        ("Post", who["post"]),
        ("Hospital", f"{who['hospital']}, {who['city']}"),
        ("Specialist since", who["qualified_in"]),
        ("Training", who["training"]),
        ("Work", who["theme"]),
        ("Papers", f"{who['papers']} in journals with review, {who['papers'] // 3} as first author"),
        ("Languages", "English, and those of the country"),
    ]
    return paper(maker, who["name"], "Curriculum vitae", rows, f"cv {who['surname']}.pdf")


def registration_of(maker, who):
    rows = [("Chamber", who["chamber"]), ("Number", who["registration"]), ("Licence", "full, without restriction")]
    return paper(maker, who["name"], "Certificate of good standing", rows, f"registration {who['surname']}.pdf")
