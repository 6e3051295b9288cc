import PassoMessages

/// Messages of MessageFormat 2 of the kinds that ``MessageBench`` measures, in five languages.
enum MF2Bench {
    private static let messages = [
        "ns_per_format:plural+number": """
        .input {$count :integer} .input {$limit :integer}
        .match $count
        0 {{No tags}} one {{{$count} tag of {$limit}}} few {{{$count} tags of {$limit}}} *
        {{{$count} tags of {$limit}}}
        """,
        "ns_per_format:no-argument": "Save",
        "ns_per_format:date+name": "{$agent} closed this on {$when :date}.",
        "ns_per_format:decimal": "{$size :number minimumFractionDigits=2}",
    ]

    /// Prints the mean of five languages for each message: with its names looked up each time, and
    /// once for all.
    static func rate() {
        var sum = 0
        for (metric, source) in messages.sorted(by: { $0.key < $1.key }) {
            guard let message = MF2Message.parse(source).0 else { continue }
            let formatters = ["en", "da", "pl", "pt", "it"].map { MF2Formatter(locale: $0) }
            let whole = mean(formatters) { formatter, number in
                sum &+= formatter.format(message, arguments: arguments(number)).text.utf8.count
            }
            PassoBench.emit("passo (MessageFormat 2)", metric, whole, "ns")
            let ready = mean(formatters.map { $0.template(for: message) }) { template, number in
                sum &+= template.format(arguments(number)).text.utf8.count
            }
            PassoBench.emit("passo (MessageFormat 2, template)", metric, ready, "ns")
            let bare = mean(formatters) { _, number in sum &+= arguments(number).count }
            PassoBench.emit("(the arguments alone)", metric, bare, "ns")
        }
        if sum == 42 { print() }
    }

    private static func mean<Subject>(
        _ subjects: [Subject],
        _ body: (Subject, Int) -> Void
    ) -> Double {
        let rates = (0..<7).map { _ in
            subjects.map { subject in
                MessageBench.nanoseconds { count in
                    for number in 0..<count { body(subject, number) }
                }
            }.reduce(0, +) / Double(subjects.count)
        }
        return rates.sorted()[3]
    }

    private static func arguments(_ number: Int) -> [String: MF2Value] {
        [
            "count": .integer(Int64(number % 25)), "limit": 2000, "agent": "Ana",
            "when": .instant(millisecondsSince1970: 1_772_712_000_000), "size": .double(1234.5),
        ]
    }
}
