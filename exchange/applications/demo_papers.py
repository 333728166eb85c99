"""The demo's sample papers: small PDFs made by code, few of them, received like any other file."""

import json
from functools import cached_property

import typst

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
#text(size: 9pt)[Demonstration: a sample paper. Its holder stands in the application; people and hospitals are invented.]
"""


# How many papers, and where trained.
RECORDS = (
    (14, "General surgery, six years; thoracic surgery, three years; a fellowship in airway surgery"),
    (31, "Cardiothoracic surgery, seven years; a year of lung transplantation abroad"),
    (9, "Thoracic surgery, six years; courses in robotic and uniportal surgery"),
    (22, "General surgery, five years; thoracic oncology, four years; a research year"),
)


class Papers:
    """Each sheet is made once: four curricula and three certificates for everybody, each judged once."""

    def __init__(self):
        self._made = {}

    @cached_property
    def compiler(self):
        return typst.Compiler()

    def sheet(self, name, title, rows):
        person = json.dumps({"name": name, "title": title, "rows": rows}, ensure_ascii=False)
        if person not in self._made:
            self._made[person] = self.compiler.compile(SHEET, sys_inputs={"person": person})
        return self._made[person]

    def cv(self, number):
        papers, training = RECORDS[number % len(RECORDS)]
        rows = [
            ("Training", training),
            ("Papers", f"{papers} in journals with review, {papers // 3} as first author"),
            ("Languages", "English, and those of the country"),
        ]
        return self.sheet("Curriculum vitae", "Thoracic surgery", rows)

    def registration(self, number):
        since = 2004 + 3 * (number % 3)
        rows = [
            ("Licence", f"full, without restriction, since {since}"),
            ("Proceedings", "none, past or pending"),
        ]
        return self.sheet("Certificate of good standing", "Issued by the chamber that the application names", rows)
