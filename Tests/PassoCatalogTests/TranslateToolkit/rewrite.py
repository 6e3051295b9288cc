"""Reads translators' files with translate-toolkit's class for their format and writes them back.

usage: rewrite.py FILE=COPY ... [--set KEY=TEXT] [--as KIND] [--rich]

With --set, the text of a message is changed as its editors (Weblate, Virtaal) do; with --rich, as
those do that know the elements in texts. KIND names the class; without it, the file's ending does.
Prints the version of translate-toolkit.
"""

import importlib
import sys

from translate import __version__
from translate.storage.placeables import StringElem

CLASSES = {
    "arb": ("jsonl10n", "ARBJsonFile"),
    "po": ("pypo", "pofile"),
    "cpo": ("cpo", "pofile"),
    "xliff1": ("xliff", "Xliff1File"),
    "xliff2": ("xliff2", "Xliff2File"),
}

# Between the name of a file and that of a message in it.
ID_SEPARATOR = "\x04"


def rewrite(original, copy, changes, kind, is_rich):
    module, name = CLASSES[kind]
    store_class = getattr(importlib.import_module("translate.storage." + module), name)
    with open(original, "rb") as file:
        store = store_class.parsestring(file.read())
    for unit in store.units:
        for key in (unit.getcontext(), (unit.getid() or "").split(ID_SEPARATOR)[-1]):
            if key in changes:
                if is_rich:
                    unit.rich_target = [StringElem(changes[key])]
                else:
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
    is_rich = "--rich" in arguments
    for pair in [argument for argument in arguments if argument != "--rich"]:
        original, copy = pair.split("=", 1)
        rewrite(original, copy, changes, kind or original.rsplit(".", 1)[1], is_rich)
    print(getattr(__version__, "sver", __version__))


main(sys.argv[1:])
