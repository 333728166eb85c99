"""The two sheets that the demo's stories offer to take along: a page each, made by code."""

import json

import typst

SHEET = b"""
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title)
#set page(paper: "a4", margin: 25mm)
#set text(size: 12pt, lang: "en")
#text(size: 22pt, weight: "bold")[#sheet.title]
#v(3mm)
#text(fill: rgb("#3d4f4a"))[#sheet.lead]
#v(8mm)
#for words in sheet.lines [
  #text(weight: "bold")[#words]
  #v(16mm)
  #line(length: 100%, stroke: 0.5pt + rgb("#61756f"))
  #v(4mm)
]
#v(1fr)
#text(size: 9pt)[Demonstration: people and partner hospitals are invented.]
"""

# name: title, lead, lines
SHEETS = {
    "handover-card": (
        "Handover in three sentences",
        "For each patient, standing, at half past seven.",
        ("What has changed?", "What worries me?", "What I would do:"),
    ),
    "counting-sheet": (
        "One night, counted",
        "Do not explain, count. One line for each hour.",
        ("Walks", "Alarms", "Patients woken for a measurement", "Families asking for news"),
    ),
}


def sheet(name):
    """A sheet as PDF."""
    title, lead, lines = SHEETS[name]
    words = json.dumps({"title": title, "lead": lead, "lines": lines})
    return typst.Compiler().compile(SHEET, sys_inputs={"sheet": words})
