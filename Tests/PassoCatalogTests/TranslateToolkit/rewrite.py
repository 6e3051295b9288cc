"""Reads string tables with translate-toolkit's ARB class and writes them back.

usage: rewrite.py FILE=COPY ... [--set KEY=TEXT]

With --set, the text of a message is changed as its editors (Weblate, Virtaal) do. Prints the
version of translate-toolkit.
"""

import sys

from translate import __version__
from translate.storage.jsonl10n import ARBJsonFile


def rewrite(original, copy, changes):
    with open(original, "rb") as file:
        store = ARBJsonFile.parsestring(file.read())
    for unit in store.units:
        if unit.getid() in changes:
            unit.target = changes[unit.getid()]
    with open(copy, "wb") as file:
        store.serialize(file)


def main(arguments):
    changes = {}
    if "--set" in arguments:
        place = arguments.index("--set")
        changes = dict([arguments[place + 1].split("=", 1)])
        del arguments[place : place + 2]
    for pair in arguments:
        rewrite(*pair.split("=", 1), changes)
    print(getattr(__version__, "sver", __version__))


main(sys.argv[1:])
