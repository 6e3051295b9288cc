import PassoDefinition
import PassoDiagnostics

/// A tour of the language: a definition that uses every construct once or more.
enum Lamp {
    static func compile(_ text: String = text) throws(DefinitionRefused) -> Definition {
        try DefinitionCompiler.compile(
            SourceText(name: "lamp.yaml", text),
            strings: TestStrings.bundle
        ).get()
    }

    static let text = """
        # yaml-language-server: $schema=passo-workflow.schema.json
        passo: 1
        workflow: lamp
        version: 3
        strings: test
        title: title
        summary: { message: summary, with: { steps: "2" } }
        modes: { shop: mode.shop, web: mode.web }

        constants:
          titleLimit: 20
          tagLimit: 5
          answerWithin: 15s
          colors: [red, green]
          quoted: "15s"
          requireTitle: true

        inputs:
          shop: { open: bool, lamps: int }
          now: timestamp

        data:
          count: int
          mode: { type: string, initial: "'shop'" }
          draft: { title: string, tag: string }
          title: { type: string, limit: titleLimit, required: requireTitle, label: field.title }
          story: { type: string, limit: 50, lines: many, label: field.title }
          tags:
            type: list(string)
            label: field.tags
            each: { limit: tagLimit }
            unique: folded
            max: 3
            refuse: { tooLong: field.tooLong }
          letters: list(string)
          sum: int
          prices: map(string, int)
          orderedAt: timestamp

        refuse:
          tooLong: field.tooLong
          tooHeavy: field.tooHeavy
          required: field.required
          empty: tag.empty
          duplicate: tag.duplicate
          tooMany: tag.tooMany
          unheard: unheard
          error: failed

        events:
          order: { title: event.order }
          write: { data: { text: string } }
          tell.story: { data: { text: string } }
          tag.add: { data: { text: string } }
          tag.remove: { data: { text: string } }
          tag.all: { data: { texts: list(string) } }
          divide: { data: { by: int } }
          finish: { unheard: taken }
          pause: {}
          resume: {}
          sum.up: { data: { numbers: list(int) } }
          counted: { internal: true }
          reminder: {}
          forget: {}

        actions:
          save: { data: { title: string, count: int } }
          ring: {}

        targets:
          store: { workflow: store, events: { reserve: { data: { count: int } } } }
          anybody: store

        initial: shopping
        states:
          shopping:
            title: title
            entry: ring
            exit: [{ log: count }]
            initial: choosing
            after:
              answerWithin:
                - { if: "count > 100", to: shopping }
                - { to: late, tell: late, with: { seconds: answerWithin.getSeconds() } }
              "duration('1h')": { to: late }
            on:
              write:
                do:
                  - set: { draft.title: event.text }
              order:
                - if: "!shop.open"
                  refuse: taken
                - if: shop.open
                  require:
                    - { that: "count < shop.lamps", else: busy, with: { max: shop.lamps } }
                  held: held
                  to: [paying, packing]
                  do:
                    - set: { title: draft.title, count: "count + 1", orderedAt: now }
                    - { perform: save, with: { title: title, count: count } }
                    - raise: counted
                    - { send: reserve, to: store, with: { count: count } }
                    - { send: whatever, to: anybody }
                    - { send: reminder, after: 90s, id: remind }
                  tell: done
                  with: { title: title }
              tell.story: { do: { set: { story: event.text } } }
              tag.add: { do: { add: { tags: event.text } } }
              tag.remove: { do: [{ remove: { tags: event.text } }] }
              tag.all: { do: [{ set: { tags: event.texts } }] }
              divide: { if: "10 / event.by > 1" }
              pause: { to: paused }
              "reminder forget": { do: [{ cancel: remind }, { clear: [draft, title] }] }
              "sum.*":
                do:
                  - set: { sum: 0 }
                  - for: { item: number, in: event.numbers }
                    do:
                      - if: "number > 0"
                        then: [{ set: { sum: sum + number } }]
                        else: [{ add: { letters: string(number) } }]
            states:
              choosing: {}
              back: { history: deep, to: choosing }
          paused:
            on:
              resume: { to: back }
              counted: {}
          late:
            on:
              order: { check: [title, tags], internal: true, to: shopping }
          ordered:
            parallel:
              money:
                initial: paying
                states:
                  paying: { on: { finish: { to: paid } } }
                  paid: { final: true }
              goods:
                initial: packing
                states:
                  packing:
                    eventless: { if: "states.paid", to: sent }
                    on: { "error.execution": {}, counted: { do: { set: { mode: "'web'" } } } }
                  sent: { final: true }
            done: { to: end }
          end:
            final: true

        always:
          few: "count <= 2"
          paidOrNot: "!states.paid || count > 0"

        steps:
          - id: choose
            instruct: step.choose
            with: { order: { label: event.order } }
            note:
              - { message: step.note, with: { seconds: answerWithin.getSeconds() } }
              - { message: step.web, modes: [web] }
              - { message: taken, if: "!requireTitle" }
            at: [shopping]
            shows: [title, tags]
          - { id: web, title: mode.web, instruct: [step.web], at: ordered, modes: [web] }
          - { id: never, instruct: step.web, at: ordered, if: "titleLimit > 1000" }
        guide:
          limit: guide.limit
          each: guide.each
          max: guide.max
          unique: guide.unique
          required: field.required
        """
}
