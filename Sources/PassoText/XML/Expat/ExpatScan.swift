internal import CExpat
internal import PassoDiagnostics

/// What expat finds in a text: the place of each tag, text, comment and instruction, as far as the
/// text is well-formed.
///
/// Names, attributes and texts are read from those places afterwards, so no memory of expat's is seen
/// beyond this file.
struct ExpatScan {
    /// What stands at a place.
    enum Kind {
        case start, end, text, cdata, comment, instruction
    }

    /// One part of the text.
    struct Event {
        let kind: Kind
        let range: SourceRange
    }

    /// Why the scan ended.
    enum Status {
        case complete
        case malformed, unfinished, mismatch, duplicateAttribute, unknownEntity, badReference
        case badDeclaration, documentType
        case tooDeep, tooManyElements, noMemory
    }

    /// The parts in order.
    let events: [Event]

    let status: Status

    /// Where the scan ended, unless it is complete.
    let place: Int

    /// Scans a whole text in valid UTF-8.
    ///
    /// - Complexity: linear in the size of the text.
    init(_ bytes: [UInt8], limits: XMLLimits) {
        let opened = unsafe bytes.withUnsafeBytes { text in
            unsafe passo_expat_open(
                text.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int64(text.count),
                Int64(limits.maximumDepth),
                Int64(limits.maximumElements)
            )
        }
        guard let reading = unsafe opened else {
            (events, status, place) = ([], .noMemory, 0)
            return
        }
        defer { unsafe passo_expat_close(reading) }
        let found = unsafe UnsafeBufferPointer(
            start: passo_expat_get_events(reading),
            count: Int(passo_expat_get_count(reading))
        )
        events = unsafe found.map { event in
            Event(kind: Kind(event.kind), range: SourceRange(Int(event.begin), Int(event.end)))
        }
        status = unsafe Status(passo_expat_get_status(reading))
        place = min(max(Int(unsafe passo_expat_get_place(reading)), 0), bytes.count)
    }
}

extension ExpatScan.Kind {
    fileprivate init(_ kind: passo_expat_kind) {
        self =
            switch kind {
            case PASSO_EXPAT_START: .start
            case PASSO_EXPAT_END: .end
            case PASSO_EXPAT_CDATA: .cdata
            case PASSO_EXPAT_COMMENT: .comment
            case PASSO_EXPAT_INSTRUCTION: .instruction
            default: .text
            }
    }
}

extension ExpatScan.Status {
    fileprivate init(_ status: passo_expat_status) {
        self =
            switch status {
            case PASSO_EXPAT_OK: .complete
            case PASSO_EXPAT_UNFINISHED: .unfinished
            case PASSO_EXPAT_MISMATCH: .mismatch
            case PASSO_EXPAT_DUPLICATE_ATTRIBUTE: .duplicateAttribute
            case PASSO_EXPAT_UNKNOWN_ENTITY: .unknownEntity
            case PASSO_EXPAT_BAD_REFERENCE: .badReference
            case PASSO_EXPAT_BAD_DECLARATION: .badDeclaration
            case PASSO_EXPAT_DOCUMENT_TYPE: .documentType
            case PASSO_EXPAT_TOO_DEEP: .tooDeep
            case PASSO_EXPAT_TOO_MANY_ELEMENTS: .tooManyElements
            case PASSO_EXPAT_NO_MEMORY: .noMemory
            default: .malformed
            }
    }
}
