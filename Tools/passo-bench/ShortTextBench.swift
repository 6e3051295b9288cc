import PassoICU

/// Texts of 1 to 50 characters beside `String.count`, whose cost is what a text costs at least.
enum ShortTextBench {
    /// Prints `passo<TAB>times String.count:CORPUS:CHARACTERS<TAB>ratio<TAB>x`, lowest ratio last.
    static func run(_ folder: String) throws {
        var rows: [(name: String, ratio: Double)] = []
        for corpus in try CountCorpus.all(in: folder) where corpus.name.hasSuffix(".tag") {
            for characters in 1...50 {
                let texts = corpus.texts.prefix(64).map { String(Array($0.prefix(characters))) }
                rows.append(("\(corpus.name):\(characters)", ratio(texts)))
            }
        }
        for row in rows.sorted(by: { $0.ratio > $1.ratio }) {
            print("passo\ttimes String.count:\(row.name)\t\(row.ratio)\tx")
        }
    }

    /// How many times as long `String.count` takes: the median of rounds in turn.
    private static func ratio(_ texts: [String]) -> Double {
        var ratios: [Double] = []
        for _ in 0..<9 {
            let our = seconds { ours(texts) }
            let their = seconds { theirs(texts) }
            ratios.append(their / our)
        }
        return ratios.sorted()[ratios.count / 2]
    }

    private static func seconds(_ body: () -> Int) -> Double {
        var times = 0.0
        var sum = 0
        let start = Standard.seconds()
        var elapsed = 0.0
        repeat {
            for _ in 0..<16 { sum &+= body() }
            times += 1
            elapsed = Standard.seconds() - start
        } while elapsed < 0.000_5
        precondition(sum != 0, "texts have characters")
        return elapsed / times
    }

    @inline(never)
    private static func ours(_ texts: [String]) -> Int {
        var sum = 0
        for text in texts { sum &+= TextCount.characters(in: text) }
        return sum
    }

    @inline(never)
    private static func theirs(_ texts: [String]) -> Int {
        var sum = 0
        for text in texts { sum &+= text.count }
        return sum
    }
}
