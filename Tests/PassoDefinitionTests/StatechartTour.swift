/// A definition with every form in which YAML says what SCXML says.
enum StatechartTour {
    static let text = """
        passo: 1
        workflow: tour
        version: 1
        semantics: scxml
        datamodel: null
        binding: late
        data:
          bare:
          empty: {}
          five: { initial: 5 }
          text: { content: "[1, 2]" }
          far: { src: far.json }
          type: list(int)
        script: |
          five = five + 1
          bare = five
        initial: { to: [one, two], do: [{ log: five, label: begun }] }
        states:
          one:
            data: { own: { content: { value: five } } }
            entry:
              - { send: next, with: [{ a: 1 }, { a: 2, b: 3 }] }
              - { send: { value: next }, to: { value: "'#_' + peer" }, type: scxml, after: 1s, idlocation: sent }
              - { cancel: { value: sent } }
              - { send:, to: "#_parent", content: "{}" }
              - { send: list, names: [five, far], id: list }
              - { assign: five, value: 6 }
              - { assign: "far[0].name", content: text }
              - { assign: far, content: { xml: <a/> } }
              - { for: { item: each, index: place, in: text }, do: [{ log:, label: 5 }] }
              - script: five = 7
              - script: { src: far.txt }
              - { script: }
              - block: [{ raise: done }, { log: five }]
            exit: [{ block: [] }]
            initial: [inner]
            invoke:
              - payment
              - { workflow: payment, id: pay, with: { amount: five }, finalize: [] }
              - { src: { value: far }, type: { value: text }, idlocation: sent, names: five, autoforward: true, finalize: [{ log: five }] }
              - { content: { xml: <scxml/> } }
            states:
              inner: {}
              back: { history: deep, to: inner, do: [{ log: five }] }
            transitions:
              - { on: foo bar.*, if: five > 3, to: two }
              - { if: In(two), to: [one] }
              - { done: true, to: two }
              - { on: foo }
          two:
            invoke: payment
            initial: end
            states:
              end: { final: true, donedata: { with: [{ a: 1 }, { a: 2 }] } }
              last: { final: true, donedata: { content: { value: five } } }
        """
}
