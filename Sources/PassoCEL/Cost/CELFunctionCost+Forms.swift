extension CELFunctionCost {
    /// A search of one text for another: both are read, the first twice.
    static let finding = CELFunctionCost(
        .reading(0, times: 2),
        .reading(1, times: 2),
        building: .nothing
    )

    /// A function that gives back an argument.
    static func passing(_ place: Int) -> CELFunctionCost {
        CELFunctionCost(building: .nothing) { arguments in
            place < arguments.count ? arguments[place] : .unbounded
        }
    }

    /// A conversion to or from a text: its bytes are looked at one by one, and what is written has
    /// the bytes of the argument or as many as a number or an instant takes.
    static let converting = CELFunctionCost(.bytes(0)) { arguments in
        .text(bytes: max(64, arguments.first?.bytes ?? 0))
    }
}
