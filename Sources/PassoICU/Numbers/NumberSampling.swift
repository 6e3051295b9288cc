/// Finds out from a few texts of ICU's how a format's numbers are put together.
struct NumberSampling {
    private let formatter: Handle
    private let symbols: NumberSymbols

    init(_ formatter: Handle, _ symbols: NumberSymbols) {
        self.formatter = formatter
        self.symbols = symbols
    }

    /// A writer that writes all samples just as ICU does; nil if there is none.
    func writer(of shape: NumberShape) -> NumberWriter? {
        guard symbols.primary > 0 || shape.grouping == .off else { return nil }
        guard shape.hasCurrency else { return verifiedWriter(of: shape) }
        for digits in [2, 0, 3] {
            var shape = shape
            (shape.minimumFraction, shape.maximumFraction) = (digits, digits)
            if let writer = verifiedWriter(of: shape) { return writer }
        }
        return nil
    }

    private func verifiedWriter(of shape: NumberShape) -> NumberWriter? {
        let plain = NumberWriter(shape, symbols, positive: .init(), negative: .init())
        var one: [UInt8] = []
        guard plain.append(1 as Int64, to: &one), let positive = affixes(1, around: one),
            let negative = affixes(-1, around: one)
        else { return nil }
        let writer = NumberWriter(shape, symbols, positive: positive, negative: negative)
        return agrees(writer) ? writer : nil
    }

    /// What stands around the digits in ICU's text.
    private func affixes(_ value: Int64, around digits: [UInt8]) -> NumberWriter.Affixes? {
        let text = Array(formatter.numberText(value).utf8)
        guard text.count >= digits.count else { return nil }
        for start in 0...(text.count - digits.count)
        where text[start..<start + digits.count].elementsEqual(digits) {
            return NumberWriter.Affixes(
                before: Array(text[..<start]),
                after: Array(text[(start + digits.count)...])
            )
        }
        return nil
    }

    private func agrees(_ writer: NumberWriter) -> Bool {
        Self.whole.allSatisfy { value in
            var bytes: [UInt8] = []
            return writer.append(value, to: &bytes)
                && formatter.numberText(value).utf8.elementsEqual(bytes)
        }
            && Self.fractions.allSatisfy { value in
                var bytes: [UInt8] = []
                return writer.append(value, to: &bytes)
                    && formatter.numberText(value).utf8.elementsEqual(bytes)
            }
    }

    private static let whole: [Int64] = [0, 12, -123, 1_234, -12_345, 123_456, 1_234_567_890]
    private static let fractions = [
        -0.0, 0.5, -1.25, 0.009_876_543_21, 9_999.999_999_9, -12_345.678_901_2, 9_876_543_210.125,
    ]
}
