"""Every object of a PDF, found by looking through the bytes and not by following its own table of contents.

A table can be made to show one viewer other objects than another, and objects of earlier versions of a
file stay in it. So each "12 0 obj" is read where it stands, each packed stream of objects is unpacked,
and where the table points at a place that was not found in this way, that object is asked of pypdf too.
"""

import io
import logging
import re
import zlib
from itertools import islice

from pypdf.errors import PdfReadError
from pypdf.generic import IndirectObject, NullObject, StreamObject, read_object

from .limits import MAX_OBJECTS, MAX_PACKED_OBJECTS, MAX_UNPACKED
from .pdf_frame import WHITE
from .pdf_rules import FLATE, filters_of
from .verdict import Reason, Refused

GAP = rb"(?:[\0\t\n\f\r ]|%[^\r\n]{0,200}[\r\n]){1,20}"
BEGIN = re.compile(rb"(?<![0-9])([0-9]{1,10})" + GAP + rb"([0-9]{1,5})" + GAP + rb"obj[\0\t\n\f\r ]*")
TRAILER = re.compile(rb"trailer(?=" + GAP.replace(b"{1,20}", b"{0,20}") + rb"<<)")
END = re.compile(GAP.replace(b"{1,20}", b"{0,20}") + rb"endobj")
FIRST_NUMBERS = re.compile(rb"[0-9]+")


class Unpacking:
    """Counts what the streams of one file unpack to, without keeping it."""

    def __init__(self):
        self.left = MAX_UNPACKED

    def spend(self, amount):
        self.left -= amount
        if self.left < 0:
            raise Refused(Reason.COMPLEX)

    def weigh(self, stream):
        """Unpack a stream piece by piece, up to what is left."""
        filters = filters_of(stream)
        if not filters or stream.get("/Subtype") == "/Image":
            return
        if filters[0] not in FLATE:
            # Packed by other means first. Rare and small, or not worth having.
            if any(name in FLATE for name in filters):
                self.spend(len(stream.get_data()))
            return
        inflater = zlib.decompressobj()
        data = stream._data
        try:
            while data and not inflater.eof:
                self.spend(len(inflater.decompress(data, 1 << 20)))
                data = inflater.unconsumed_tail
        except zlib.error:
            return


def all_objects(raw, reader):
    """Yield (number, object) of every object in `raw`, those packed into streams of objects included."""
    source, unpacking = io.BytesIO(raw), Unpacking()
    begins = list(islice(BEGIN.finditer(raw), MAX_OBJECTS + 1))
    found, count = set(), len(begins)
    if count > MAX_OBJECTS:
        raise Refused(Reason.COMPLEX)
    for begin in begins:
        found.add(begin.start())
        thing = _read(source, begin.end(), reader)
        yield int(begin[1]), thing
        if isinstance(thing, StreamObject):
            unpacking.weigh(thing)
            if thing.get("/Type") == "/ObjStm" or ("/First" in thing and "/N" in thing):
                for number, inner in _packed(thing, reader):
                    count += 1
                    if count > MAX_OBJECTS:
                        raise Refused(Reason.COMPLEX)
                    yield number, inner
    yield from _trailers(raw, reader)
    yield from _by_the_table(raw, reader, found)


def _trailers(raw, reader):
    """The dictionary behind each "trailer": it has no number, and a catalogue may stand in it whole."""
    for word in TRAILER.finditer(raw):
        source = io.BytesIO(raw)
        source.seek(raw.index(b"<<", word.end()))
        yield 0, read_object(source, reader)


def _read(source, place, reader):
    source.seek(place)
    if source.read(6) == b"endobj":
        return NullObject()
    source.seek(place)
    try:
        thing = read_object(source, reader)
    except PdfReadError as fault:
        if "endstream" not in str(fault):
            raise
        source.seek(place)
        thing = _read_leniently(source, reader)
    # Where pypdf thinks that an object has ended, another viewer might read on.
    if not END.match(source.read(512)):
        raise Refused(Reason.DAMAGED)
    return thing


def _read_leniently(source, reader):
    """Cheap scanners write a wrong length of a stream. That alone is forgiven, and nothing else with it."""
    ear, log = _Ear(), logging.getLogger("pypdf")
    log.addHandler(ear)
    reader.strict = False
    try:
        return read_object(source, reader)
    finally:
        reader.strict = True
        log.removeHandler(ear)
        if any("endstream" not in word and "stream" not in word.lower() for word in ear.heard):
            raise Refused(Reason.DAMAGED)


class _Ear(logging.Handler):
    def __init__(self):
        super().__init__()
        self.heard = []

    def emit(self, record):
        self.heard.append(record.getMessage())


def _packed(stream, reader):
    data = stream.get_data()
    if len(data) > MAX_PACKED_OBJECTS:
        raise Refused(Reason.COMPLEX)
    first = int(stream["/First"])
    numbers = [int(digits) for digits in FIRST_NUMBERS.findall(data[:first])]
    source = io.BytesIO(data)
    entries = sorted(zip(numbers[1::2], numbers[::2], strict=False))
    ends = [first + offset for offset, _number in entries[1:]] + [len(data)]
    for (offset, number), end in zip(entries, ends, strict=True):
        place = _past_white(data, first + offset)
        if place >= end:
            continue
        source.seek(place)
        yield number, read_object(source, reader)
        if source.tell() > end + 1 or data[source.tell() : end].strip(WHITE):
            raise Refused(Reason.DAMAGED)


def _past_white(data, place):
    while place < len(data) and data[place] in WHITE:
        place += 1
    return place


def _by_the_table(raw, reader, found):
    """What the file's own table points at and the look through the bytes did not find."""
    for generation, places in reader.xref.items():
        for number, place in places.items():
            at = _past_white(raw, place)
            if at in found or not 0 < place < len(raw):
                continue
            thing = reader.get_object(IndirectObject(number, generation, reader))
            if thing is not None:
                yield number, thing
