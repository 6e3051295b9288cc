import CMessageFormatOracle

/// ICU's own MessageFormat, which decides what is a message.
enum ICUJudge {
    struct Answer {
        /// The name of ICU's status, as `U_UNMATCHED_BRACES`; empty where it takes the message.
        let status: String

        var isAccepted: Bool { status.isEmpty }
    }

    static func judge(_ pattern: String) -> Answer {
        let status = unsafe passo_oracle_parse(pattern, "en")
        guard status != 0 else { return Answer(status: "") }
        return Answer(status: unsafe String(cString: passo_oracle_status_name(status)))
    }
}
