/// Returns the candidate that a name was probably meant to be, or nil when none is near.
///
/// The measure is the Damerau-Levenshtein distance in its restricted form: insertions, removals,
/// replacements and swaps of neighbours, over Unicode scalars. As in clang, a candidate is near
/// when at most a third of the longer name differs; a difference in case alone counts as nearer
/// than any other. Of equally near candidates the first wins.
///
/// Names longer than 100 scalars are never near, so the work per candidate is bounded.
///
/// - Parameters:
///   - name: the name as written.
///   - candidates: the names that would be right.
/// - Returns: the nearest candidate.
public func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let written = Array(name.unicodeScalars.prefix(NearestName.maximumLength + 1))
    guard !written.isEmpty, written.count <= NearestName.maximumLength else { return nil }
    var search = NearestName(written)
    for candidate in candidates where candidate != name { search.consider(candidate) }
    return search.best
}

/// The search for the candidate with the smallest distance.
private struct NearestName {
    static let maximumLength = 100

    private let name: [Unicode.Scalar]
    private let folded: String
    private(set) var best: String?
    private var bestDistance = Int.max
    private var rows: [[Int]]

    init(_ name: [Unicode.Scalar]) {
        self.name = name
        var text = String.UnicodeScalarView()
        text.append(contentsOf: name)
        folded = String(text).lowercased()
        rows = Array(repeating: Array(repeating: 0, count: Self.maximumLength + 1), count: 3)
    }

    /// Takes a candidate if it is near, and nearer than those before it.
    mutating func consider(_ text: String) {
        let candidate = Array(text.unicodeScalars.prefix(Self.maximumLength + 1))
        guard !candidate.isEmpty, candidate.count <= Self.maximumLength else { return }
        if text.lowercased() == folded {
            guard bestDistance > 0 else { return }
            best = text
            bestDistance = 0
            return
        }
        let longest = max(name.count, candidate.count)
        let limit = min((longest + 2) / 3, bestDistance - 1)
        guard limit > 0, abs(name.count - candidate.count) <= limit else { return }
        let distance = distance(to: candidate, limit: limit)
        // Nothing of a name that is wholly replaced is meant.
        guard distance <= limit, distance < longest else { return }
        best = text
        bestDistance = distance
    }

    /// Returns the distance, or more than the limit as soon as it cannot be kept.
    private mutating func distance(to candidate: [Unicode.Scalar], limit: Int) -> Int {
        for column in 0...candidate.count { rows[1][column] = column }
        for row in 1...name.count {
            rows[2][0] = row
            var least = row
            for column in 1...candidate.count {
                let cost = cost(row, column, candidate)
                rows[2][column] = cost
                least = min(least, cost)
            }
            if least > limit { return least }
            rows.swapAt(0, 1)
            rows.swapAt(1, 2)
        }
        return rows[1][candidate.count]
    }

    private func cost(_ row: Int, _ column: Int, _ candidate: [Unicode.Scalar]) -> Int {
        let isEqual = name[row - 1] == candidate[column - 1]
        var cost = rows[1][column - 1] + (isEqual ? 0 : 1)
        cost = min(cost, rows[1][column] + 1, rows[2][column - 1] + 1)
        if row > 1, column > 1, name[row - 1] == candidate[column - 2],
            name[row - 2] == candidate[column - 1]
        {
            cost = min(cost, rows[0][column - 2] + 1)
        }
        return cost
    }
}
