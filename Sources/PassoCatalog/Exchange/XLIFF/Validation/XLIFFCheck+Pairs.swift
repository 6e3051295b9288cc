internal import PassoDiagnostics
internal import PassoText

/// The ends of codes and annotations in one of the texts of a unit.
private struct XLIFFEnds {
    var start: XLIFFMarker?
    var startPlace = 0
    var end: XLIFFMarker?
    var endPlace = 0
}

extension XLIFFCheck {
    /// Checks that each start has its end behind it, in the sources of a unit or in its targets.
    mutating func checkPairs(_ markers: [XLIFFMarker], of texts: XLIFFTexts, isTarget: Bool) {
        for (start, end) in [("sc", "ec"), ("sm", "em")] {
            let pairs = pair(start, end, in: markers)
            for id in pairs.keys.sorted() {
                guard let ends = pairs[id] else { continue }
                check(ends, id, texts, isTarget: isTarget)
            }
        }
    }

    /// Finds the ends that belong together; the second end of one start is reported.
    private mutating func pair(
        _ start: String,
        _ end: String,
        in markers: [XLIFFMarker]
    ) -> [String: XLIFFEnds] {
        var pairs: [String: XLIFFEnds] = [:]
        for (place, marker) in markers.enumerated() {
            guard let id = marker.id else { continue }
            if marker.local == start, pairs[id]?.start == nil {
                pairs[id, default: XLIFFEnds()].start = marker
                pairs[id]?.startPlace = place
            } else if marker.local == end, let reference = marker.element.attribute("startRef") {
                if let first = pairs[id]?.end?.element.attribute("startRef") {
                    report.add(
                        .xliffTwice(
                            "startRef",
                            reference,
                            within: "unit",
                            first: first.valueRange,
                            in: source
                        )
                    )
                } else {
                    pairs[id, default: XLIFFEnds()].end = marker
                    pairs[id]?.endPlace = place
                }
            }
        }
        return pairs
    }

    private mutating func check(
        _ ends: XLIFFEnds,
        _ id: String,
        _ texts: XLIFFTexts,
        isTarget: Bool
    ) {
        guard let start = ends.start, let end = ends.end else {
            // Where a part is not translated yet, the other end may be in what is missing.
            let isPending = isTarget && texts.parts.contains { $0.target == nil }
            if let alone = ends.start ?? ends.end, !alone.isIsolated, !isPending {
                report.add(.xliffUnpaired(alone.element, alone.local, id, in: source))
            }
            return
        }
        if start.isIsolated {
            report.add(.xliffIsolated(start.element, id, in: source))
            return
        }
        if end.isIsolated { return }
        // Targets can be in another order than the file; then what is first is not seen from it.
        let isMoved = isTarget && texts.parts.contains { $0.target?.attribute("order") != nil }
        if ends.endPlace < ends.startPlace && !isMoved {
            report.add(.xliffUnpaired(end.element, end.local, id, in: source))
            return
        }
        if start.local == "sc" { compare(start.element, end.element) }
    }

    /// Both ends say the same of what may be done with them.
    private mutating func compare(_ start: MarkupElement, _ end: MarkupElement) {
        for name in ["canCopy", "canDelete", "canOverlap", "canReorder"] {
            let first = start.attribute(name)?.value.text ?? "yes"
            let right = first == "firstNo" ? "no" : first
            let last = end.attribute(name)
            if (last?.value.text ?? "yes") != right {
                report.add(
                    .xliffPairDiffers(
                        name,
                        right,
                        at: last?.valueRange ?? end.nameRange,
                        start: start.attribute(name)?.valueRange ?? start.nameRange,
                        in: source
                    )
                )
            }
        }
    }
}
