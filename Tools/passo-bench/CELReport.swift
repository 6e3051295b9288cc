/// The rows of several rounds as medians, and ours beside the fastest peer's.
struct CELReport {
    private var rates: [String: [Double]] = [:]
    private var order: [String] = []

    /// Reads `name<TAB>metric<TAB>value<TAB>unit` from standard input.
    static func standardInput() -> CELReport {
        var report = CELReport()
        while let line = readLine() {
            let fields = line.split(separator: "\t")
            guard fields.count == 4, let value = Double(fields[2]) else { continue }
            report.add("\(fields[0])\t\(fields[1])", value)
        }
        return report
    }

    private mutating func add(_ row: String, _ value: Double) {
        if rates[row] == nil { order.append(row) }
        rates[row, default: []].append(value)
    }

    private func median(_ row: String) -> Double {
        let sorted = rates[row, default: []].sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    /// Prints the medians, then for each of our rows how many times as fast as the fastest peer.
    func print() {
        for row in order { Swift.print("\(row)\t\(Int(median(row).rounded()))\tper s") }
        for row in order where row.hasPrefix("passo") {
            let parts = row.split(separator: "\t").map(String.init)
            let peers = order.filter { $0.hasSuffix("\t" + parts[1]) && !$0.hasPrefix("passo") }
            guard let fastest = peers.map(median).max(), fastest > 0 else { continue }
            let ratio = (median(row) / fastest * 10).rounded() / 10
            Swift.print("\(parts[0])\ttimes the fastest peer, \(parts[1])\t\(ratio)\tx")
        }
    }
}
