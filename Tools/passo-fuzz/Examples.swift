/// Small good texts of each kind, from which the mutations begin.
enum Examples {
    static let definitions = [
        """
        passo: 1
        workflow: question
        version: 1
        strings: question
        constants: { answerLimit: 280, patience: 15s }
        inputs: { agent: { id: string, open: int } }
        data:
          answer: { type: string, limit: answerLimit, label: answer, required: true }
          tags: { type: list(string), each: { limit: 50 }, unique: folded, max: 3 }
        refuse: { tooLong: field.tooLong }
        events:
          answer: { data: { text: string } }
          tag: { data: { text: string } }
        initial: open
        states:
          open:
            title: state.open
            after: { patience: { to: closed } }
            on:
              answer:
                - require: [{ that: "agent.open < 3", else: capacity, with: { max: "3" } }]
                  to: answered
                  do: [{ set: { answer: event.text } }]
          answered:
            parallel:
              tagging: { on: { tag: { do: [{ add: { tags: event.text } }] } } }
              rest: { states: { a: { eventless: { if: "size(tags) > 1", to: b } }, b: {} }, initial: a }
          closed: { final: true }
        always: { short: "characters(answer) <= answerLimit" }
        """,
        "a: &x [1, 2]\nb: *x\nc: |-\n  one\n  two\nd: >\n  folded\n  text\n\n  more\n",
        "\"double \\u00e9 \\n\": 'single '' quote'\n? complex\n: value\n",
    ]

    static let tables = [
        #"{"@@locale": "da", "tag.tooLong": "H\u00f8jst {max, plural, one {# tegn} other {# tegn}}.", "#
            + #""@tag.tooLong": {"description": "d", "placeholders": {"max": {"type": "int"}}}}"#,
        #"[1, -2.5e3, true, null, "\ud83d\ude00", {"a": {"b": []}}]"#,
    ]

    static let expressions = [
        "a.b.c[0] + 3 * -x < 5 && !(y in [1, 2.5, 3u]) || z == 'text'",
        "items.filter(i, i.size() > 2).all(j, j.startsWith(\"a\")) ? {'k': 1, 2: b'\\x00'} : null",
        "has(request.title) && timestamp('2026-01-01T00:00:00Z') + duration('15s') > now",
        "r'raw' + '''triple ' quoted''' + \"\\u00e9\\U0001F600\" == `odd-name`.x",
    ]

    static let messages = [
        "{count, plural, =0 {No tags} one {# tag} other {# tags}} for {name}",
        "It’s '{quoted}' ''apostrophe'' {state, select, ready {Ready.} other {Other.}}",
        "{day, date, long} {at, time, ::jmm} {n, number, percent} {n, selectordinal, few {#rd} other {#th}}",
    ]
}
