import Foundation
import PassoICU

/// The counting bench of `../shared/bench`: characters of texts in five kinds of script.
enum CountBench {
    /// Prints `name<TAB>ns_per_text:CORPUS<TAB>value<TAB>ns` for each corpus of a folder, and
    /// whether its characters are counted right.
    static func run(_ folder: String, rounds: Int) throws {
        let corpora = try CountCorpus.all(in: folder)
        var seconds: [String: [Double]] = [:]
        for _ in 0..<max(1, rounds) {
            for corpus in corpora {
                for way in CountWay.allCases {
                    seconds[way.rawValue + corpus.name, default: []].append(way.seconds(corpus))
                }
            }
        }
        for way in CountWay.allCases {
            for corpus in corpora {
                let sorted = seconds[way.rawValue + corpus.name, default: []].sorted()
                emit(way, corpus, sorted[sorted.count / 2])
            }
        }
    }

    private static func emit(_ way: CountWay, _ corpus: CountCorpus, _ seconds: Double) {
        let nanoseconds = seconds / Double(corpus.texts.count) * 1e9
        print("\(way.rawValue)\tns_per_text:\(corpus.name)\t\(nanoseconds)\tns")
        let count = way.count(corpus)
        let verdict = count == corpus.characters ? "ok" : "WRONG"
        print("\(way.rawValue)\tcount:\(corpus.name)\t\(count)\t\(verdict)")
        if verdict != "ok" { Standard.error("\(corpus.name): \(count), not \(corpus.characters)") }
    }
}

/// Texts of one kind, with the number of their characters.
struct CountCorpus {
    let name: String
    let texts: [String]
    let characters: Int

    /// The corpora that a folder's `truth.tsv` names.
    static func all(in folder: String) throws -> [CountCorpus] {
        try read("\(folder)/truth.tsv").split(separator: "\n").map { line in
            let fields = line.split(separator: "\t")
            let lines = try read("\(folder)/\(fields[0]).txt").split(separator: "\n")
            return CountCorpus(
                name: String(fields[0]),
                texts: lines.map(String.init),
                characters: Int(fields[2]) ?? 0
            )
        }
    }

    private static func read(_ place: String) throws -> String {
        try String(contentsOfFile: place, encoding: .utf8)
    }
}

/// What a host may ask of a text, through the public face.
enum CountWay: String, CaseIterable {
    case characters = "passo characters"
    case everything = "passo TextCount (code points, bytes, heaviest too)"
    case limit = "passo CharacterLimit.check"

    /// Counts the texts of a corpus in this way.
    ///
    /// A limit does not count what fits by its bytes; then the characters it allows are summed.
    @inline(never)
    func count(_ corpus: CountCorpus) -> Int {
        var sum = 0
        switch self {
        case .characters: for text in corpus.texts { sum &+= TextCount.characters(in: text) }
        case .everything: for text in corpus.texts { sum &+= TextCount(of: text).characters }
        case .limit:
            let most = corpus.characters / corpus.texts.count
            let limit = CharacterLimit(most)
            for text in corpus.texts where limit.check(text) == .fits { sum &+= most }
        }
        return sum
    }

    /// The seconds that counting a corpus takes, measured over at least 20 milliseconds.
    func seconds(_ corpus: CountCorpus) -> Double {
        var times = 0
        var sum = 0
        let start = Standard.seconds()
        var elapsed = 0.0
        repeat {
            sum &+= count(corpus)
            times += 1
            elapsed = Standard.seconds() - start
        } while elapsed < 0.02
        precondition(sum != 0, "a corpus has no texts")
        return elapsed / Double(times)
    }
}
