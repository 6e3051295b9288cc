import Foundation
import Passo

// The string tables of `Localization/door` are compiled in, with typed keys; the definition is read at
// run time, from the folder on the command line.
let folder = CommandLine.arguments[1]
let (strings, inTables) = Door.strings.read()
let (source, inFile) = SourceFile.load("\(folder)/door.yaml")
let result = source.map { DefinitionCompiler.compile($0, strings: strings) }
guard let door = result?.definition else {
    let mistakes = inTables + inFile + (result?.diagnostics ?? [])
    print(DiagnosticRenderer(words: EngineWords(locale: "da")).render(mistakes))
    exit(1)
}

var world = World(definitions: [door])
var host = EmptyHost()
try world.start("front", workflow: "door", host: &host)

for name in ["Zoë", "Østergaard-Kristiansen", "Łukasz", "Ana"] {
    for event in try world.send(
        "ring",
        ["name": CELValue(name)],
        to: "front",
        by: name,
        host: &host
    ) {
        switch event {
        case .told(_, let notice, by: _): print(door.text(of: notice, in: "da").text)
        case .refused(_, let refused):
            print("\(name):", refused.notice.map { door.text(of: $0, in: "da").text } ?? "?")
        default: break
        }
    }
}

// Foundation's own formatting lives beside ours, although each has an ICU of its own.
print(2000.formatted(.number.locale(Locale(identifier: "en_US"))), TextCount(of: "👩‍👩‍👧").characters)

// A missing key or argument does not compile.
for locale in ["da-DK", "en"] {
    print(strings.text(Door.nameTooLong(field: Door.name, max: 20), in: locale).text)
}
