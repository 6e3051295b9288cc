"""Opens workbooks with openpyxl and saves them again.

usage: rewrite.py FILE=COPY ... [--set CELL=TEXT]

With --set, a cell of the first sheet is changed. Says how many cells are anything but a text, and
prints the version of openpyxl.
"""

import sys

import openpyxl


def rewrite(original, copy, changes):
    book = openpyxl.load_workbook(original, rich_text=False)
    for sheet in book:
        others = [
            cell.coordinate
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None and cell.data_type != "s"
        ]
        if others:
            print("not a text:", sheet.title, *others[:10])
    for cell, text in changes:
        book.worksheets[0][cell] = text
    book.save(copy)


def main(arguments):
    changes = []
    while "--set" in arguments:
        place = arguments.index("--set")
        changes.append(arguments[place + 1].split("=", 1))
        del arguments[place : place + 2]
    for pair in arguments:
        rewrite(*pair.split("=", 1), changes)
    print("openpyxl", openpyxl.__version__)


main(sys.argv[1:])
