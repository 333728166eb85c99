"""The child: `python -m portal.files.checking.child judge|draw …`, the file on standard input, JSON on
standard output.

It takes its limits before it imports anything that can read a file. It never runs Django and gets no
environment.
"""

import json
import resource
import sys
from dataclasses import asdict

from .limits import CPU_SECONDS, MAX_BYTES, MAX_CLEAN_BYTES, MEMORY_BYTES, OPEN_FILES, OUTPUT_BYTES


def take_limits():
    """Time, memory, size of what is written, open files, no core; no children, unless the site runs as
    root.
    """
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(what, (most, most))


def judge(raw, clean_path):
    """The verdict on bytes whose kind is not known yet."""
    from .sniffing import HEAD, kind_of, name_of
    from .verdict import Kind, Reason, Refused

    kind = kind_of(raw[:HEAD])
    if kind == Kind.EMPTY:
        raise Refused(Reason.EMPTY)
    if len(raw) > MAX_BYTES:
        raise Refused(Reason.TOO_LARGE)
    if kind == Kind.HEIC:
        raise Refused(Reason.HEIC)
    if kind == Kind.WORD:
        raise Refused(Reason.WORD)
    if kind == Kind.OTHER:
        name = name_of(raw)
        raise Refused(Reason.HYBRID if name == "pdf" else Reason.KIND, name=name)
    if kind == Kind.PDF:
        from .pdf import judge_pdf

        return judge_pdf(raw)
    from .pictures import judge_picture

    return judge_picture(raw, kind, clean_path)


def answer(arguments, raw):
    """The verdict as a dict. Whatever goes wrong while a file is read means that the file is refused."""
    from .verdict import Reason, Refused, refusal

    try:
        if arguments[0] == "draw":
            from .drawing import draw

            _act, kind, page, width, path = arguments
            return asdict(draw(raw, kind, int(page), int(width), path))
        return asdict(judge(raw, arguments[1]))
    except Refused as refused:
        return asdict(refusal(refused.reason, kind_or_other(raw), **refused.found))
    except MemoryError:
        return asdict(refusal(Reason.COMPLEX, kind_or_other(raw)))
    except Exception:  # noqa: BLE001  (whatever a parser trips over, the file is refused)
        return asdict(refusal(Reason.DAMAGED, kind_or_other(raw)))


def kind_or_other(raw):
    from .sniffing import HEAD, kind_of

    return kind_of(raw[:HEAD])


if __name__ == "__main__":
    take_limits()
    content = sys.stdin.buffer.read(MAX_CLEAN_BYTES + 1)
    json.dump(answer(sys.argv[1:], content), sys.stdout)
