/// What the command line shows of an environment, and how it gives its variables other places.
extension CELEnvironment {
    /// The names of the variables, sorted.
    package var variableNames: [String] { variables.keys.sorted() }

    /// The type that a variable is declared with.
    package func type(ofVariable name: String) -> CELType? { variables[name]?.type }

    /// The names of the constants, among them those of the types, sorted.
    package var constantNames: [String] { constants.keys.sorted() }

    /// The value of a constant.
    package func value(ofConstant name: String) -> CELValue? { constants[name]?.value }

    /// The names of the functions, sorted.
    package var functionNames: [String] { functions.keys.sorted() }

    /// The signatures of a function, none when there is no such function.
    package func overloads(of function: String) -> [CELOverload] {
        functions[function]?.overloads ?? []
    }
}
