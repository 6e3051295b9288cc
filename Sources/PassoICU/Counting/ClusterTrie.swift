internal import CICU

/// The class of every scalar, found by the bytes of its UTF-8 without putting the scalar together.
///
/// The first two bytes together give the first node. A node has an entry for each of the 64
/// continuation bytes: the place of the next node. First stand the nodes of the classes, whose
/// entries lead back to themselves. So whatever a scalar's length, two steps from its first node
/// end in its class, without a branch on the length.
struct ClusterTrie {
    /// How many entries a node has.
    static let nodeSize = 64

    /// The place of the first node, by the first byte and, above it, the second.
    private(set) var pairs: [UInt16]
    /// The nodes' entries, node after node.
    private(set) var nodes: [UInt16] = []
    private var places: [[UInt16]: UInt16] = [:]

    /// Makes the trie from the properties of the linked ICU; `nil` without ICU's data.
    static func ofLinkedICU() -> ClusterTrie? {
        var status = Status()
        let classes = unsafe [UInt8](unsafeUninitializedCapacity: Int(PASSO_ICU_SCALARS)) {
            unsafe passo_icu_break_classes($0.baseAddress, &status.code)
            $1 = status.code == 0 ? Int(PASSO_ICU_SCALARS) : 0
        }
        return classes.isEmpty ? nil : ClusterTrie(classes: classes)
    }

    /// Makes the trie, or `nil` when the nodes are too many to number.
    ///
    /// - Parameter classes: the class of each scalar below U+110000.
    init?(classes: [UInt8]) {
        pairs = [UInt16](repeating: Self.place(of: .other), count: 0x10000)
        for scalarClass in ScalarClass.allCases {
            _ = addNode([UInt16](repeating: Self.place(of: scalarClass), count: Self.nodeSize))
        }
        // The nodes of 64 scalars in a row, of 4,096 and of 262,144.
        let short = stride(from: 0, to: classes.count, by: Self.nodeSize).map { start in
            addNode(of: classes.span.extracting(start..<start + Self.nodeSize))
        }
        let long = chunks(short).map { addNode(Array($0)) }
        let longest = chunks(long).map { long in
            let missing = [UInt16](repeating: Self.place(of: .other), count: 64 - long.count)
            return addNode(long + missing)
        }
        guard nodes.count <= Int(UInt16.max) else { return nil }
        for byte in 0..<0x80 {
            setPairs(byte, toEntriesOf: UInt16(classes[byte]) * UInt16(Self.nodeSize))
        }
        for byte in 0..<0x20 { setPairs(0xC0 + byte, toEntriesOf: short[byte]) }
        for byte in 0..<0x10 { setPairs(0xE0 + byte, toEntriesOf: long[byte]) }
        for byte in longest.indices { setPairs(0xF0 + byte, toEntriesOf: longest[byte]) }
    }

    /// Sets the pairs of a lead byte to the entries of its node, whatever byte is second.
    private mutating func setPairs(_ byte: Int, toEntriesOf node: UInt16) {
        for second in 0..<0x100 {
            pairs[second << 8 | byte] = nodes[Int(node) + second % Self.nodeSize]
        }
    }

    /// Adds the node of 64 scalars in a row, most of which are of one class.
    private mutating func addNode(of classes: Span<UInt8>) -> UInt16 {
        let first = classes[0]
        // All at once, without a way out in between, is much faster here.
        var different: UInt8 = 0
        for place in classes.indices { different |= classes[place] ^ first }
        if different == 0 { return UInt16(first) * UInt16(Self.nodeSize) }
        return addNode(classes.indices.map { UInt16(classes[$0]) * UInt16(Self.nodeSize) })
    }

    /// Adds a node unless there is one like it.
    private mutating func addNode(_ entries: [UInt16]) -> UInt16 {
        if let place = places[entries] { return place }
        // A place that does not fit fails the initializer.
        let place = UInt16(truncatingIfNeeded: nodes.count)
        places[entries] = place
        nodes += entries
        return place
    }

    private static func place(of scalarClass: ScalarClass) -> UInt16 {
        UInt16(scalarClass.rawValue) * UInt16(nodeSize)
    }
}

private func chunks<Element>(_ elements: [Element]) -> [ArraySlice<Element>] {
    stride(from: 0, to: elements.count, by: ClusterTrie.nodeSize).map {
        elements[$0..<min($0 + ClusterTrie.nodeSize, elements.count)]
    }
}
