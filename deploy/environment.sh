#!/bin/sh
# Makes .venv and installs a lock file into it, once per content of that file, and
# compiles the translations: environment.sh base|development
# PYTHON names the interpreter. Every failure is one line that says what to do.
set -eu
cd "$(dirname "$0")/.."
lock="${1:-base}"
venv=".venv"

fail() {
    echo "$*" >&2
    exit 1
}

find_python() {
    for candidate in ${PYTHON:-python3.11 /usr/bin/python3.11 python3 python3.12 python3.13}; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

if ! "$venv/bin/python" -c '' 2>/dev/null; then
    python="$(find_python)" || fail "Python 3.11 or newer is needed${PYTHON:+ (PYTHON=$PYTHON is not)}: apt-get install python3.11 python3.11-venv, or PYTHON=/path/to/python."
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python cannot make virtual environments: apt-get install $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    rm -rf "$venv"
    "$python" -m venv "$venv" || fail "$python could not make $venv: see the lines above."
fi

digest() { sha256sum <"requirements/$1.txt" | cut -c1-64; }
installed() { [ "$(cat "$venv/installed-$1" 2>/dev/null)" = "$(digest "$1")" ]; }

compile_messages() { "$venv/bin/python" deploy/catalogues.py || fail "The translations could not be compiled: see the line above."; }

if installed "$lock"; then
    compile_messages
    exit 0
fi
echo "Installing requirements/$lock.txt …"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements/$lock.txt" ||
    fail "Installing requirements/$lock.txt failed: see the lines above; mostly the package index is out of reach. Try again, or set PIP_INDEX_URL."
digest "$lock" >"$venv/installed-$lock"
# The longer lists are compiled with the base in them.
[ "$lock" = base ] || digest base >"$venv/installed-base"
compile_messages
