internal import PassoDiagnostics
internal import PassoText

extension XLIFFCheck {
    /// Codes that keep their order begin with `firstNo`, and stand in the target as in the source
    /// (section on editing hints).
    mutating func checkSequences(_ texts: XLIFFTexts) {
        checkBeginnings(texts.sources)
        let reported = checkBeginnings(texts.targets)
        let places = Dictionary(
            texts.targets.filter(\.isCode).enumerated().map { ($0.element.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for run in runs(texts.sources.filter(\.isCode)) {
            for (last, next) in zip(run, run.dropFirst()) {
                guard let before = places[last.key], let after = places[next.key],
                    after.offset != before.offset + 1 || after.element.part != before.element.part
                else { continue }
                let range = after.element.element.nameRange
                if !reported.contains(range) {
                    report.add(.xliffSequence(range, next.id ?? "", "moved", in: source))
                }
                break
            }
        }
    }

    /// Reports what keeps its place behind a code that does not; returns where.
    @discardableResult
    private mutating func checkBeginnings(_ markers: [XLIFFMarker]) -> Set<SourceRange> {
        var isBegun = false
        var reported: Set<SourceRange> = []
        for marker in markers where marker.isCode {
            switch marker.order {
            case "firstNo": isBegun = true
            // The end of an element has no word of its own.
            case "no" where !isBegun && !(marker.local == "pc" && marker.end == .end):
                let range = marker.element.nameRange
                reported.insert(range)
                report.add(.xliffSequence(range, marker.id ?? "", "start", in: source))
                isBegun = true
            case "no": break
            default: isBegun = false
            }
        }
        return reported
    }

    /// The sequences of one part that keep their order, with at least two codes.
    private func runs(_ codes: [XLIFFMarker]) -> [[XLIFFMarker]] {
        var runs: [[XLIFFMarker]] = []
        var run: [XLIFFMarker] = []
        for code in codes {
            let isNext = code.order == "no" && run.last?.part == code.part
            if !isNext {
                runs.append(run)
                run = []
            }
            if isNext || code.order == "firstNo" { run.append(code) }
        }
        return (runs + [run]).filter { $0.count > 1 }
    }

    /// What must not be deleted stands in a target of the unit, once its part has a target.
    mutating func checkKept(_ texts: XLIFFTexts) {
        let kept = Set(texts.targets.filter(\.isCode).map(\.key))
        for marker in texts.sources where marker.isCode {
            guard marker.element.attribute("canDelete")?.value.text == "no",
                !(marker.local == "pc" && marker.end == .end),
                let target = texts.parts[marker.part].target, let id = marker.id,
                !kept.contains(marker.key)
            else { continue }
            report.add(
                .xliffCodeMissing(id, target, original: marker.element.nameRange, in: source)
            )
        }
    }
}
