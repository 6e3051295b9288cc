internal import PassoText

/// One segment or ignorable of a unit, or a match.
struct XLIFFUnitPart {
    let element: MarkupElement
    let source: MarkupElement?
    let target: MarkupElement?
}

/// A code or annotation in a text; one that encloses text is there twice.
struct XLIFFMarker {
    /// Which end it is.
    enum End {
        case both, start, end
    }

    let element: MarkupElement

    /// `ph`, `pc`, `sc`, `ec`, `mrk`, `sm` or `em`.
    let local: String

    let end: End

    /// The place of its part in the unit.
    let part: Int

    /// Whether it is a code of the original, and no annotation.
    var isCode: Bool { local.utf8.count == 2 && local != "sm" && local != "em" }

    /// The code that it is an end of: its own id, or that of its start.
    var id: String? {
        let isStandalone = local != "ec" && local != "em" || element.attribute("startRef") == nil
        return element.token(isStandalone ? "id" : "startRef")
    }

    /// Its id, once for each element; nil for the ends that have none.
    var ownID: MarkupAttribute? {
        local == "em" || (end == .end && local != "ec") ? nil : element.attribute("id")
    }

    var isIsolated: Bool { element.attribute("isolated")?.value.text == "yes" }

    /// What tells two markers of a text from each other: `pc` is as good as `sc` and `ec`.
    var key: String { "\(end == .end ? "/" : "")\(id ?? "")" }

    /// Whether it can be moved: `canReorder`, where the end of `pc` follows its start.
    var order: String {
        let written = element.attribute("canReorder")?.value.text ?? "yes"
        return written == "firstNo" && end == .end && local == "pc" ? "no" : written
    }
}

/// The texts of a unit or match, with the codes and annotations in the order of the file.
struct XLIFFTexts {
    let parts: [XLIFFUnitPart]
    private(set) var sources: [XLIFFMarker] = []
    private(set) var targets: [XLIFFMarker] = []

    /// Collects them.
    ///
    /// - Parameters:
    ///   - element: the unit or match.
    ///   - isMatch: whether its texts stand in itself, and not in segments.
    ///   - core: the namespace of the core.
    init(_ element: MarkupElement, isMatch: Bool, core: String) {
        func child(_ local: String, of part: MarkupElement) -> MarkupElement? {
            part.elements.first { $0.name.matches(local, in: core) }
        }
        let elements =
            isMatch
            ? [element]
            : element.elements.filter {
                $0.name.matches("segment", in: core) || $0.name.matches("ignorable", in: core)
            }
        parts = elements.map {
            XLIFFUnitPart(
                element: $0,
                source: child("source", of: $0),
                target: child("target", of: $0)
            )
        }
        for (place, part) in parts.enumerated() {
            if let source = part.source { Self.collect(source, place, core, &sources) }
            if let target = part.target { Self.collect(target, place, core, &targets) }
        }
    }

    /// The depth is that of the tree, which the reader of XML limits.
    private static func collect(
        _ element: MarkupElement,
        _ part: Int,
        _ core: String,
        _ markers: inout [XLIFFMarker]
    ) {
        for child in element.elements where child.name.namespace == core {
            let local = child.name.local
            func add(_ end: XLIFFMarker.End) {
                markers.append(XLIFFMarker(element: child, local: local, end: end, part: part))
            }
            switch local {
            case "ph": add(.both)
            case "sc", "sm": add(.start)
            case "ec", "em": add(.end)
            case "pc", "mrk":
                add(.start)
                collect(child, part, core, &markers)
                add(.end)
            default: break
            }
        }
    }
}
