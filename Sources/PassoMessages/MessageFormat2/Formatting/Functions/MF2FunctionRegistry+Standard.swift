extension MF2FunctionRegistry {
    /// The functions of LDML 48.2, part 9, section *Default Functions*, drafts among them.
    public static let standard: MF2FunctionRegistry = {
        var functions = MF2FunctionRegistry()
        functions["string"] = MF2StringFunction.string
        functions["number"] = MF2NumberFunctions.number
        functions["integer"] = MF2NumberFunctions.integer
        functions["offset"] = MF2NumberFunctions.offset
        functions["percent"] = MF2NumberFunctions.percent
        functions["currency"] = MF2NumberFunctions.currency
        functions["unit"] = MF2NumberFunctions.unit
        functions["datetime"] = MF2DateFunctions.datetime
        functions["date"] = MF2DateFunctions.date
        functions["time"] = MF2DateFunctions.time
        return functions
    }()

    /// What MessageFormat 1 says and the specification has no words for.
    ///
    /// `:passo:number` and `:passo:date` take an ICU `skeleton`, `:passo:list` a `style` of `and` or
    /// `or`; `:passo:offset` is `:offset` for any number.
    public static let passo: MF2FunctionRegistry = {
        var functions = MF2FunctionRegistry()
        functions["passo:number"] = MF2PassoFunctions.number
        functions["passo:date"] = MF2PassoFunctions.date
        functions["passo:list"] = MF2PassoFunctions.list
        functions["passo:offset"] = MF2PassoFunctions.offset
        return functions
    }()
}
