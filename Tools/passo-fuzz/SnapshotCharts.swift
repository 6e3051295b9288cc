import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoRuntime

/// The charts whose kept worlds are fuzzed: typed and open ones with all that a snapshot holds.
enum SnapshotCharts {
    /// The definitions.
    static let all: [Definition] = texts.compactMap { name, text in
        DefinitionCompiler.compile(SourceText(name: name, text), strings: nil).definition
    }

    /// What snapshots of each workflow are stamped with.
    static let stamps: [String: UInt32] = {
        struct Stamp: Decodable {
            let chart: UInt32
        }
        var stamps: [String: UInt32] = [:]
        for definition in all {
            var (world, host) = (World(definitions: all), EmptyHost())
            // A chart that does not start has no snapshots either.
            guard (try? world.start("s", workflow: definition.name, host: &host)) != nil,
                let snapshot = world.snapshot(of: "s"),
                let data = try? JSONEncoder().encode(snapshot),
                let stamp = try? JSONDecoder().decode(Stamp.self, from: data)
            else { continue }
            stamps[definition.name] = stamp.chart
        }
        return stamps
    }()

    /// The texts, by the names of their files.
    static let texts: [(name: String, text: String)] = [
        (
            "door.yaml",
            """
            passo: 1
            workflow: door
            version: 1
            data: { openings: int, keys: list(string), note: string }
            inputs: { guests: int }
            events: { open: { data: { key: string } }, close: {}, write: { data: { text: string } } }
            targets: { bell: { workflow: bell, events: { ring: { data: { times: int } } } } }
            initial: shut
            states:
              shut:
                on:
                  open:
                    - if: guests < 3
                      to: ajar
                      do:
                        - { set: { openings: openings + 1 } }
                        - { add: { keys: event.key } }
                        - { send: ring, to: bell, after: 1s, with: { times: openings } }
              ajar:
                after: { 15s: { to: shut } }
                on: { close: { to: shut }, write: { do: [{ set: { note: event.text } }] } }
            always: { opened: openings >= 0 }
            """
        ),
        (
            "bell.scxml",
            """
            <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="cel" name="bell"
                initial="p">
            <datamodel><data id="n" expr="0"/><data id="last"/></datamodel>
            <parallel id="p"><history id="h" type="deep"><transition target="a1 b1"/></history>
            <state id="a"><state id="a1"><transition event="ring" target="a2">
            <assign location="n" expr="n + 1"/><assign location="last" expr="_event.data"/>
            <send event="again" delayexpr="n * 10" idlocation="last"/></transition></state>
            <state id="a2"><transition event="again" target="a1"><raise event="in"/></transition>
            </state></state>
            <state id="b"><state id="b1"><transition event="in" target="b2"/></state>
            <state id="b2"><invoke id="w" autoforward="true"><param name="x" expr="n"/>
            <content><scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0"
            datamodel="cel"><datamodel><data id="x" expr="0"/></datamodel>
            <state id="s"><onentry><send event="hello" target="#_parent" delay="2s"/></onentry>
            <transition event="ring" cond="x &lt; 9"><assign location="x" expr="x + 1"/></transition>
            <transition event="end" target="f"/></state><final id="f"><donedata>
            <param name="x" expr="x"/></donedata></final></scxml></content>
            <finalize><assign location="last" expr="_event.name"/></finalize></invoke>
            <transition event="done.invoke.w" target="b1"/></state></state>
            <transition event="leave" target="out"/></parallel>
            <state id="out"><transition event="back" target="h"/></state>
            </scxml>
            """
        ),
    ]
}
