"""Opens a page from its file in headless Chromium and prints as JSON what a reader meets there.

usage: browse.py PAGE AXE OUT; the questions come as JSON on standard input:
[{"ask": "axe" | "overflow" | "run" | "keys" | "plain", "width": 320, "height": 800, "dark": false, "zoom": 1, "hash": "", ...}, ...]
"""
import json
import pathlib
import sys

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

CUT = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('article { content-visibility: visible !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
const name = e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 60);
const cut = [];
for (const e of document.body.querySelectorAll('*')) {
  const style = getComputedStyle(e);
  if (style.display === 'inline' || style.display === 'none' || e.clientWidth === 0) continue;
  if (e.scrollWidth > e.clientWidth + 1) cut.push(name(e));
  if (style.textOverflow === 'ellipsis' || style.overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 1)
    cut.push('hidden ' + name(e));
}
const wide = document.documentElement;
if (wide.scrollWidth > wide.clientWidth) cut.push('page ' + wide.scrollWidth + ' > ' + wide.clientWidth);
return cut.slice(0, 20);
"""

AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  result => done(result.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary))),
  error => done(['axe failed: ' + error]));
"""


def open_browser():
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def settle(browser, question):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": question.get("width", 1280), "height": question.get("height", 900),
        "deviceScaleFactor": question.get("zoom", 1), "mobile": False})
    scheme = "dark" if question.get("dark") else "light"
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "media": question.get("media", ""),
        "features": [{"name": "prefers-color-scheme", "value": scheme}]})
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": question["ask"] == "plain"})


def answer(browser, question, axe):
    if question["ask"] == "axe":
        browser.execute_script(axe)
        return browser.execute_async_script(AXE)
    if question["ask"] == "overflow":
        return browser.execute_script(CUT)
    if question["ask"] == "keys":
        for key in question["keys"]:
            ActionChains(browser).send_keys(getattr(Keys, key, key)).perform()
        browser.execute_async_script("setTimeout(arguments[0], 200)")
    if question["ask"] == "plain":
        # Scripts of the page do not run; those of the debugger do.
        code = "(() => {" + question["script"] + "})()"
        result = browser.execute_cdp_cmd("Runtime.evaluate", {"expression": code, "returnByValue": True})
        return result["result"].get("value")
    return browser.execute_script(question["script"])


def main():
    page, axe_file, out = sys.argv[1:4]
    axe = pathlib.Path(axe_file).read_text(encoding="utf-8") if axe_file else ""
    browser = open_browser()
    try:
        browser.set_script_timeout(120)
        answers = []
        for question in json.load(sys.stdin):
            settle(browser, question)
            browser.get("about:blank")
            browser.get(pathlib.Path(page).absolute().as_uri() + question.get("hash", ""))
            said = answer(browser, question, axe)
            log = [entry["message"] for entry in browser.get_log("browser")]
            answers.append({"said": said, "log": log})
        pathlib.Path(out).write_text(json.dumps(answers), encoding="utf-8")
    finally:
        browser.quit()


main()
