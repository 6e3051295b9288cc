extension Message {
    /// Reads a pattern and reports all its mistakes.
    ///
    /// Always gives a tree: what could not be read stands in it as the text it is, so that
    /// a message with a mistake still says as much as it can.
    public static func parse(
        _ pattern: String,
        limits: MessageLimits = .standard
    ) -> (Message, [MessageProblem]) {
        var parser = MessageParser(pattern, limits: limits)
        return parser.parse()
    }
}
