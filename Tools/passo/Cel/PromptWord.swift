import PassoDefinition
import PassoMessages

/// The commands of the prompt, each typed behind `:`.
enum PromptWord: String, CaseIterable {
    case `let`
    case type
    case explain
    case format
    case load
    case vars
    case functions
    case help
    case quit

    /// How the command is typed.
    var usage: String {
        switch self {
        case .let: ":let NAME = EXPRESSION"
        case .type: ":type EXPRESSION"
        case .explain: ":explain EXPRESSION"
        case .format: ":format EXPRESSION"
        case .load: ":load FILE"
        case .vars: ":vars"
        case .functions: ":functions [NAME]"
        case .help: ":help"
        case .quit: ":quit"
        }
    }

    /// Whether it means nothing without something behind it.
    var takesExpression: Bool {
        switch self {
        case .let, .type, .explain, .format, .load: true
        case .vars, .functions, .help, .quit: false
        }
    }

    /// That the command is typed otherwise.
    var form: LocalizedMessage { EngineTexts.celCommandForm(usage: usage) }

    private var about: LocalizedMessage {
        switch self {
        case .let: EngineTexts.celAboutLet
        case .type: EngineTexts.celAboutType
        case .explain: EngineTexts.celAboutExplain
        case .format: EngineTexts.celAboutFormat
        case .load: EngineTexts.celAboutLoad
        case .vars: EngineTexts.celAboutVars
        case .functions: EngineTexts.celAboutFunctions
        case .help: EngineTexts.celAboutHelp
        case .quit: EngineTexts.celAboutQuit
        }
    }

    /// The commands with what they do.
    static var list: String {
        let width = (allCases.map(\.usage.count).max() ?? 0) + 2
        let rows = allCases.map { word in
            let space = String(repeating: " ", count: width - word.usage.count)
            return "  " + word.usage + space + Words.text(word.about)
        }
        return rows.joined(separator: "\n")
    }
}
