import Foundation
import Passo

// A definition and its tables are read at run time, from the folder named on the command line.
let folder = CommandLine.arguments[1]
let (strings, mistakes) = StringsFolder.read("door", in: "\(folder)/Strings")
let (source, problems) = SourceFile.load("\(folder)/door.yaml")
guard let source, mistakes.isEmpty else {
    print(DiagnosticRenderer(words: EngineWords()).render(problems + mistakes))
    exit(1)
}
let door = try DefinitionCompiler.compile(source, strings: strings).get()

var world = World(definitions: [door])
var host = EmptyHost()
try world.start("front", workflow: "door", host: &host)

for name in ["Zoë", "Østergaard-Kristiansen", "Łukasz", "Ana"] {
    let events = try world.send(
        "ring",
        ["name": CELValue(name)],
        to: "front",
        by: name,
        host: &host
    )
    for event in events {
        switch event {
        case .told(_, let notice, by: _):
            print(door.text(of: notice, in: "da").text)
        case .refused(_, let refused):
            print("\(name):", refused.notice.map { door.text(of: $0, in: "da").text } ?? "?")
        default:
            break
        }
    }
}
// Foundation's own formatting lives beside ours.
print(2000.formatted(.number.locale(Locale(identifier: "en_US"))), TextCount(of: "👩‍👩‍👧").characters)
