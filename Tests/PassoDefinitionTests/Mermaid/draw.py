"""Draws pictures with Mermaid, which mermaidx carries, and prints what can be read on them.

usage: draw.py < PICTURES > ANSWERS

PICTURES is a JSON list of texts in Mermaid's language; ANSWERS has for each the lines of its labels
and what is wrong with it.
"""

import html
import json
import re
import sys

import mermaidx


def text(markup):
    return html.unescape(re.sub(r"<[^>]*>", "", markup)).strip()


def lines(svg):
    for label in re.findall(r"<foreignObject.*?</foreignObject>", svg, re.DOTALL):
        yield from map(text, re.split(r"<br ?/?>|</p>\s*<p>", label))
    yield from map(text, re.findall(r"<text[^>]*TitleText[^>]*>(.*?)</text>", svg, re.DOTALL))


def answer(picture):
    try:
        svg = mermaidx.render(picture).svg()
    except RuntimeError as error:
        return {"lines": [], "problem": str(error)}
    return {"lines": [line for line in lines(svg) if line], "problem": ""}


json.dump([answer(picture) for picture in json.load(sys.stdin)], sys.stdout)
