internal import PassoDiagnostics

/// What the tool can report, sorted by id.
extension Diagnostic {
    /// A placeholder's type cannot be used as the message uses it.
    static func argumentUse(
        _ name: String,
        type: String,
        use: String,
        _ place: Place
    ) -> Diagnostic {
        let arguments: [DiagnosticArgument] = [
            .init("name", name), .init("type", type), .init("use", use),
        ]
        return mistake("argument-use", arguments, place)
    }

    /// A member of the table says something about the Swift code that cannot be.
    static func badAttribute(_ name: String, expected: String, _ place: Place) -> Diagnostic {
        mistake("bad-attribute", [.init("name", name), .init("expected", expected)], place)
    }

    /// A member of an object stands there twice.
    static func duplicateMember(_ name: String, _ place: Place) -> Diagnostic {
        mistake("duplicate-member", [.init("name", name)], place)
    }

    /// Two names are one name in Swift.
    static func duplicateName(
        _ swiftName: String,
        of name: String,
        and other: String,
        _ place: Place
    ) -> Diagnostic {
        let arguments: [DiagnosticArgument] = [
            .init("swiftName", swiftName), .init("name", name), .init("other", other),
        ]
        return mistake("duplicate-name", arguments, place)
    }

    /// A file is no JSON.
    static func invalidJSON(expected: String, _ place: Place) -> Diagnostic {
        mistake("invalid-json", [.init("expected", expected)], place)
    }

    /// A message cannot be read.
    static func invalidMessage(expected: String, _ place: Place) -> Diagnostic {
        mistake("invalid-message", [.init("expected", expected)], place)
    }

    /// The folder has no template.
    static func missingTemplate(_ folder: String, _ place: Place) -> Diagnostic {
        mistake("missing-template", [.init("folder", folder)], place)
    }

    /// A placeholder is described without its type.
    static func missingType(_ name: String, _ place: Place) -> Diagnostic {
        mistake("missing-type", [.init("name", name)], place)
    }

    /// Nothing of a name can stand in a Swift name.
    static func noName(_ name: String, _ place: Place) -> Diagnostic {
        mistake("no-name", [.init("name", name)], place)
    }

    /// Something in the table is not what it should be.
    static func notThat(_ name: String, expected: String, _ place: Place) -> Diagnostic {
        mistake("not-that", [.init("name", name), .init("expected", expected)], place)
    }

    /// A Swift name is one that the generated code needs itself.
    static func reservedName(_ swiftName: String, of name: String, _ place: Place) -> Diagnostic {
        let arguments: [DiagnosticArgument] = [
            .init("swiftName", swiftName), .init("name", name),
        ]
        return mistake("reserved-name", arguments, place)
    }

    /// A message uses a placeholder that is not described.
    static func undescribed(_ name: String, key: String, _ place: Place) -> Diagnostic {
        mistake("undescribed", [.init("name", name), .init("key", key)], place)
    }

    /// A placeholder's type is none that we know.
    static func unknownType(_ type: String, of name: String, _ place: Place) -> Diagnostic {
        let near = nearest(to: type, in: ValueType.names)
        let arguments: [DiagnosticArgument] = [.init("type", type), .init("name", name)]
        var result = mistake("unknown-type", arguments, place)
        result.fixIts =
            near.map { [.didYouMean($0, at: place.sourceRange, writing: "\"\($0)\"")] } ?? []
        return result
    }

    private static func mistake(
        _ id: DiagnosticID,
        _ arguments: [DiagnosticArgument],
        _ place: Place
    ) -> Diagnostic {
        Diagnostic(id: id, arguments: arguments, source: place.source, range: place.sourceRange)
    }
}

/// A stretch of a file.
struct Place {
    let source: SourceText
    let range: Range<Int>

    var sourceRange: SourceRange { SourceRange(range.lowerBound, range.upperBound) }
}

/// The sentences: English only, like the compiler's between which they stand.
struct KeysWords: DiagnosticWords {
    func text(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String? {
        func value(_ name: String) -> String {
            guard case .string(let text)? = arguments.first(where: { $0.name == name })?.value
            else { return "" }
            return text
        }
        let name = value("name")
        return switch id.rawValue {
        case "argument-use":
            "'\(name)' is of type \(value("type")), which '\(value("use"))' cannot use"
        case "bad-attribute": "'\(name)' must be \(value("expected"))"
        case "did-you-mean": "did you mean '\(name)'?"
        case "duplicate-member": "'\(name)' stands here twice"
        case "duplicate-name":
            "'\(name)' and '\(value("other"))' would both be '\(value("swiftName"))' in Swift"
        case "invalid-json": "this is no JSON: expected \(value("expected"))"
        case "invalid-message": "this is no message: expected \(value("expected"))"
        case "missing-template":
            "there is no template in '\(value("folder"))': add 'en.arb', or mark one table with "
                + "\"@@x-template\": true"
        case "missing-type": "the placeholder '\(name)' needs a type: \(Self.types)"
        case "no-name": "nothing in '\(name)' can stand in a Swift name"
        case "not-that": "'\(name)' must be \(value("expected"))"
        case "reserved-name":
            "generated code needs the name '\(value("swiftName"))' itself, which '\(name)' would have"
        case "undescribed":
            "the placeholder '\(name)' is not described in \"placeholders\" of '@\(value("key"))'"
        case "unknown-type":
            "'\(value("type"))', the type of '\(name)', is none of \(Self.types)"
        default: nil
        }
    }

    private static let types = ValueType.names.joined(separator: ", ")
}
