/// The numbers that stand for styles of numbers in a compiled table.
enum NumberStyleCode {
    static let plain: UInt32 = 0
    static let integer: UInt32 = 1
    static let percent: UInt32 = 2
    static let skeleton: UInt32 = 3

    static func code(of style: MessageNumberStyle) -> (UInt32, skeleton: String?) {
        switch style {
        case .plain: (plain, nil)
        case .integer: (integer, nil)
        case .percent: (percent, nil)
        case .skeleton(let text): (skeleton, text)
        }
    }
}

/// The numbers that stand for styles of days and times in a compiled table.
enum DateStyleCode {
    static let skeleton: UInt32 = 4

    static func code(of style: MessageDateStyle) -> (UInt32, skeleton: String?) {
        switch style {
        case .short: (0, nil)
        case .medium: (1, nil)
        case .long: (2, nil)
        case .full: (3, nil)
        case .skeleton(let text): (skeleton, text)
        }
    }

    static func style(_ code: UInt32, _ text: String) -> MessageDateStyle {
        switch code {
        case 0: .short
        case 1: .medium
        case 2: .long
        case 3: .full
        default: .skeleton(text)
        }
    }
}
