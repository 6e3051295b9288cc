"""Reads translators' files with translate-toolkit's class for their format and writes them back.

usage: rewrite.py FILE=COPY ... [--set KEY=TEXT] [--as KIND]

With --set, the text of a message is changed as its editors (Weblate, Virtaal) do. KIND names the
class; without it, the file's ending does. Prints the version of translate-toolkit.
"""

import importlib
import sys

from translate import __version__

CLASSES = {
    "arb": ("jsonl10n", "ARBJsonFile"),
    "po": ("pypo", "pofile"),
    "cpo": ("cpo", "pofile"),
}


def rewrite(original, copy, changes, kind):
    module, name = CLASSES[kind]
    store_class = getattr(importlib.import_module("translate.storage." + module), name)
    with open(original, "rb") as file:
        store = store_class.parsestring(file.read())
    for unit in store.units:
        for key in (unit.getcontext(), unit.getid()):
            if key in changes:
                unit.target = changes[key]
                # As an editor does whose user has looked at the text.
                unit.markfuzzy(False)
                break
    with open(copy, "wb") as file:
        store.serialize(file)


def main(arguments):
    changes, kind = {}, None
    while "--set" in arguments:
        place = arguments.index("--set")
        changes.update([arguments[place + 1].split("=", 1)])
        del arguments[place : place + 2]
    if "--as" in arguments:
        place = arguments.index("--as")
        kind = arguments[place + 1]
        del arguments[place : place + 2]
    for pair in arguments:
        original, copy = pair.split("=", 1)
        rewrite(original, copy, changes, kind or original.rsplit(".", 1)[1])
    print(getattr(__version__, "sver", __version__))


main(sys.argv[1:])
