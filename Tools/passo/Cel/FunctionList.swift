import PassoCEL

/// The functions and macros that expressions may call, for people to look up.
struct FunctionList {
    private let environment: CELEnvironment

    init(_ environment: CELEnvironment) { self.environment = environment }

    /// The names, macros among them, sorted.
    var names: [String] {
        let words = environment.functionNames.filter { $0.first?.isLetter == true }
        return Set(words + Self.macros.keys).sorted()
    }

    /// How a function is called: `string.contains(string) -> bool`.
    func signatures(of name: String) -> [String] {
        let macros = Self.macros[name] ?? []
        return macros + environment.overloads(of: name).map { Self.signature(name, $0) }
    }

    private static func signature(_ name: String, _ overload: CELOverload) -> String {
        var types = overload.parameters.map(\.description)
        if overload.isVariadic, let last = types.popLast() { types.append(last + "...") }
        let receiver = overload.isMember ? types.removeFirst() + "." : ""
        return "\(receiver)\(name)(\(types.joined(separator: ", "))) -> \(overload.result)"
    }

    /// How macros are called (language definition, “Macros”, and the documentation of the extensions).
    private static let macros: [String: [String]] = [
        "all": ["list(A).all(x, bool) -> bool", "map(A, B).all(k, v, bool) -> bool"],
        "cel.bind": ["cel.bind(x, A, B) -> B"],
        "exists": ["list(A).exists(x, bool) -> bool", "map(A, B).exists(k, v, bool) -> bool"],
        "exists_one": ["list(A).exists_one(x, bool) -> bool"],
        "existsOne": ["map(A, B).existsOne(k, v, bool) -> bool"],
        "filter": ["list(A).filter(x, bool) -> list(A)"],
        "has": ["has(A.name) -> bool"],
        "map": ["list(A).map(x, B) -> list(B)", "list(A).map(x, bool, B) -> list(B)"],
        "optFlatMap": ["optional_type(A).optFlatMap(x, optional_type(B)) -> optional_type(B)"],
        "optMap": ["optional_type(A).optMap(x, B) -> optional_type(B)"],
        "transformList": [
            "map(A, B).transformList(k, v, C) -> list(C)",
            "map(A, B).transformList(k, v, bool, C) -> list(C)",
        ],
        "transformMap": [
            "map(A, B).transformMap(k, v, C) -> map(A, C)",
            "map(A, B).transformMap(k, v, bool, C) -> map(A, C)",
        ],
        "transformMapEntry": [
            "map(A, B).transformMapEntry(k, v, map(C, D)) -> map(C, D)",
            "map(A, B).transformMapEntry(k, v, bool, map(C, D)) -> map(C, D)",
        ],
    ]
}
