public import PassoCEL

/// An instance of another chart that runs while a state is active (Recommendation, 6.4).
public struct InvokeBlueprint: Sendable {
    /// The type of service; nil is a chart.
    public var type: String?
    /// The type, evaluated when the invocation begins.
    public var typeProgram: CELProgram?
    /// The workflow that is run, by the name its definition has with the host.
    public var workflow: String?
    /// The address of the document that is run.
    public var src: String?
    /// The address, evaluated when the invocation begins.
    public var srcProgram: CELProgram?
    /// The document itself.
    public var content: CELProgram?
    /// The id; without one `STATE.N` is made, counted by ``ChartBlueprint/serialSlot``.
    public var id: String?
    /// The data slot that takes the id.
    public var idSlot: Int?
    /// Values for the data of the chart that is run.
    public var arguments: [NamedProgram]
    /// What is done with each event from it, before transitions are selected (6.5).
    public var finalize: [ActionBlueprint]
    /// Whether it hears each external event, too.
    public var isAutoforward: Bool
    /// A hidden data slot: the invocation's id while it runs, null otherwise.
    public var activeSlot: Int
    /// Where the definition has it.
    public var place: Int

    /// Makes an invocation; what it lacks may be left out.
    public init(
        type: String? = nil,
        typeProgram: CELProgram? = nil,
        workflow: String? = nil,
        src: String? = nil,
        srcProgram: CELProgram? = nil,
        content: CELProgram? = nil,
        id: String? = nil,
        idSlot: Int? = nil,
        arguments: [NamedProgram] = [],
        finalize: [ActionBlueprint] = [],
        isAutoforward: Bool = false,
        activeSlot: Int,
        place: Int = 0
    ) {
        self.type = type
        self.typeProgram = typeProgram
        self.workflow = workflow
        self.src = src
        self.srcProgram = srcProgram
        self.content = content
        self.id = id
        self.idSlot = idSlot
        self.arguments = arguments
        self.finalize = finalize
        self.isAutoforward = isAutoforward
        self.activeSlot = activeSlot
        self.place = place
    }
}
