/// The text of rendered diagnostics while it grows.
struct RenderedPage {
    let painter: Painter
    private(set) var text = ""

    init(painter: Painter) {
        self.painter = painter
    }

    mutating func write(_ piece: String, _ style: Painter.Style = .plain) {
        painter.write(piece, style, to: &text)
    }

    mutating func endLine() {
        text += "\n"
    }
}

/// Writes the escape sequences of terminal colours (ECMA-48, SGR), if any.
struct Painter {
    enum Style: Hashable {
        case plain
        case place
        case label(DiagnosticLabel)
        case message
        case detail
        case gutter
        case underlined
    }

    let isOn: Bool

    func write(_ piece: String, _ style: Style, to text: inout String) {
        guard isOn, let code = Self.code(style) else {
            text += piece
            return
        }
        text += "\u{1B}[\(code)m\(piece)\u{1B}[0m"
    }

    private static func code(_ style: Style) -> String? {
        switch style {
        case .plain: nil
        case .place, .message: "1"
        case .label(.error): "1;31"
        case .label(.warning): "1;33"
        case .label(.note): "1;36"
        case .label(.fixIt): "1;32"
        case .detail: "2"
        case .gutter: "36"
        case .underlined: "4"
        }
    }
}
