public import PassoCEL

/// An invocation to begin (Recommendation, 6.4).
public struct InvokeEffect: Hashable, Sendable {
    /// The id by which events, cancellation and forwarding name it.
    public let id: String
    /// The type of service; nil is a chart.
    public let type: String?
    /// The workflow to run, by the name its definition has with the host.
    public let workflow: String?
    /// The address of the document to run.
    public let src: String?
    /// The document itself.
    public let content: CELValue?
    /// Values for the data of the chart to run, in the order of the definition.
    public let arguments: [NamedValue]
    /// Where the definition has the invocation.
    public let place: Int

    /// Makes an invocation to begin; what it lacks may be left out.
    public init(
        id: String,
        type: String? = nil,
        workflow: String? = nil,
        src: String? = nil,
        content: CELValue? = nil,
        arguments: [NamedValue] = [],
        place: Int = 0
    ) {
        self.id = id
        self.type = type
        self.workflow = workflow
        self.src = src
        self.content = content
        self.arguments = arguments
        self.place = place
    }
}

/// A value with its name.
public struct NamedValue: Hashable, Sendable, Codable {
    /// The name.
    public var name: String
    /// The value.
    public var value: CELValue

    /// Makes a named value.
    public init(name: String, value: CELValue) {
        self.name = name
        self.value = value
    }
}
