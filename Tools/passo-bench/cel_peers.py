"""Evaluates the expressions of `Tools/bench cel` with the CEL libraries of PyPI.

Prints `NAME<TAB>METRIC<TAB>VALUE<TAB>per s` as passo-bench does: evaluations a second, each with bindings
made anew, and expressions parsed and checked a second. The expressions come from standard input, a line
each: NAME<TAB>EXPRESSION.
"""

import os
import sys
import time

import cel as rust
from cel_expr_python import cel as cpp

ROUNDS = 5
SECONDS = 0.15
CLOCK = time.perf_counter if os.environ.get("BENCH_CLOCK") == "wall" else time.process_time


def bindings(number):
    """The data of one evaluation: nothing in it is shared with the last one."""
    return {
        "request": {
            "id": "R-%d" % (1000 + number % 9000),
            "status": "open",
            "title": "Parcel %d has not arrived" % (number % 10),
            "tags": ["delivery", "parcel", "north", "second call", "VIP"],
        },
        "user": {"id": "u1"},
    }


def fresh(data):
    """A copy of the data whose dictionaries and lists are new, which is what binding costs a caller."""
    request = data["request"]
    return {
        "request": {
            "id": request["id"],
            "status": request["status"],
            "title": request["title"],
            "tags": list(request["tags"]),
        },
        "user": {"id": data["user"]["id"]},
    }


def fresh_user(data):
    return {"user": {"id": data["user"]["id"]}}


def rate(work):
    """The median of a few rounds, in runs a second."""
    results = []
    for _ in range(ROUNDS):
        count = 0
        start = CLOCK()
        while True:
            for _ in range(200):
                work(count)
                count += 1
            elapsed = CLOCK() - start
            if elapsed > SECONDS:
                break
        results.append(count / elapsed)
    return sorted(results)[len(results) // 2]


def emit(name, metric, value):
    print("%s\t%s\t%.0f\tper s" % (name, metric, value), flush=True)


def main():
    samples = [bindings(number) for number in range(64)]
    map_type = cpp.Type.Map(cpp.Type.STRING, cpp.Type.DYN)
    environment = cpp.NewEnv(variables={"request": map_type, "user": map_type})
    for line in sys.stdin:
        name, expression = line.rstrip("\n").split("\t")
        bind = fresh if "request" in expression else fresh_user
        compiled = rust.compile(expression)
        assert compiled.execute(bind(samples[0])) is True
        emit("cel-rust", "evaluate:" + name, rate(lambda n: compiled.execute(bind(samples[n % 64]))))
        checked = environment.compile(expression)
        assert checked.eval(data=bind(samples[0])).value() is True
        emit(
            "cel-cpp",
            "evaluate:" + name,
            rate(lambda n: checked.eval(data=bind(samples[n % 64])).value()),
        )
        emit("cel-rust", "compile:" + name, rate(lambda n: rust.compile(expression)))
        emit("cel-cpp", "compile:" + name, rate(lambda n: environment.compile(expression)))


main()
