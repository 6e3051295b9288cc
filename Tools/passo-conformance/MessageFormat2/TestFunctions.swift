import PassoMessages

extension MF2FunctionRegistry {
    /// The default functions and those that the README of the published tests describes.
    static let test: MF2FunctionRegistry = {
        var functions = MF2FunctionRegistry.default
        functions["test:function"] = { call throws(MF2FunctionError) in try TestValue(&call) }
        functions["test:select"] = { call throws(MF2FunctionError) in
            try TestValue(&call, isFormattable: false)
        }
        functions["test:format"] = { call throws(MF2FunctionError) in
            try TestValue(&call, isSelectable: false)
        }
        return functions
    }()
}

/// What `:test:function`, `:test:select` and `:test:format` come to.
private struct TestValue: MF2ResolvedValue {
    private let input: Double
    private var decimalPlaces = 0
    private var failsFormat = false
    private var failsSelect = false
    private let isFormattable: Bool
    let isSelectable: Bool

    init(
        _ call: inout MF2FunctionCall,
        isFormattable: Bool = true,
        isSelectable: Bool = true
    ) throws(MF2FunctionError) {
        self.isFormattable = isFormattable
        self.isSelectable = isSelectable
        if let earlier = call.operand as? TestValue {
            (input, decimalPlaces) = (earlier.input, earlier.decimalPlaces)
            (failsFormat, failsSelect) = (earlier.failsFormat, earlier.failsSelect)
        } else {
            // The default function decides what a numeric operand is.
            let number = try MF2FunctionRegistry.default["number"]?(&call)
            guard let text = number?.string, let value = Double(text) else { throw .badOperand("") }
            input = value
        }
        if let places = call.option("decimalPlaces")?.value.string {
            guard places == "0" || places == "1" else { throw .badOption("decimalPlaces") }
            decimalPlaces = places == "1" ? 1 : 0
        }
        switch call.option("fails")?.value.string {
        case "always"?: (failsFormat, failsSelect) = (true, true)
        case "format"?: failsFormat = true
        case "select"?: failsSelect = true
        case "never"?, nil: break
        default: call.report(.badOption("fails"))
        }
    }

    var value: MF2Value {
        Int64(exactly: input).map { .integer($0) } ?? .double(input)
    }

    var partType: String { "test" }

    func text() throws(MF2FunctionError) -> String {
        try fields().map(\.text).joined()
    }

    func fields() throws(MF2FunctionError) -> [MF2Field] {
        guard isFormattable else { throw .unsupportedOperation("not-formattable") }
        if failsFormat { throw .badOption("fails") }
        let magnitude = input.magnitude
        let whole = magnitude.rounded(.down)
        var fields: [MF2Field] = []
        if input < 0 { fields.append(MF2Field(type: "minusSign", text: "-")) }
        fields.append(MF2Field(type: "integer", text: Int64(exactly: whole).map { "\($0)" } ?? ""))
        if decimalPlaces == 1 {
            let tenths = ((magnitude - whole) * 10).rounded(.down)
            fields.append(MF2Field(type: "decimal", text: "."))
            fields.append(MF2Field(type: "fraction", text: "\(Int(tenths))"))
        }
        return fields
    }

    func matches(_ key: String) throws(MF2FunctionError) -> Bool {
        if failsSelect { throw .badOption("fails") }
        return input == 1 && (key == "1" || key == "1.0" && decimalPlaces == 1)
    }

    func isBetter(_ key: String, than other: String) -> Bool { key == "1.0" }
}
