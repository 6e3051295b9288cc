import Foundation
import PassoMessages
import PassoTesting
import Testing

/// The published syntax cases of MessageFormat 1 (FormatJS), judged by acceptance and refusal.
///
/// Where ICU 72 and FormatJS differ, ICU decides; each such case is listed with the reason.
@Suite struct SyntaxConformanceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let pattern: String
        let isAccepted: Bool

        var testDescription: String { name }
    }

    static let cases: [Case] = {
        guard let folder = TestEnvironment.conformance("mf1") else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            guard let data = FileManager.default.contents(atPath: folder.path() + "/" + name) else {
                return nil
            }
            let text = String(decoding: data, as: UTF8.self)
            let parts = text.split(separator: "\n---\n", omittingEmptySubsequences: false)
            guard parts.count == 3 else { return nil }
            return Case(
                name: String(name.dropLast(4)),
                pattern: String(parts[0]),
                isAccepted: parts[2].contains("\"err\": null")
            )
        }
    }()

    /// Where ICU 72 decides otherwise than FormatJS: name to whether ICU takes it, and why.
    static let differences: [String: (isAccepted: Bool, reason: String)] = [
        "duplicate_plural_selectors": (true, "the first of equal branches counts; we warn"),
        "duplicate_select_selectors": (true, "the first of equal branches counts; we warn"),
        "expect_number_arg_style_1": (true, "an empty style is no style"),
        "incomplete_nested_message_in_tag": (true, "tags are text"),
        "invalid_close_tag_1": (true, "tags are text"),
        "invalid_closing_tag_1": (true, "tags are text"),
        "invalid_closing_tag_2": (true, "tags are text"),
        "invalid_tag_1": (true, "tags are text"),
        "invalid_tag_2": (true, "tags are text"),
        "invalid_tag_3": (true, "tags are text"),
        "less_than_sign_1": (false, "a selector needs the branch other"),
        "number_skeleton_8": (false, "/@@@ needs a sign of which digits to drop"),
        "number_skeleton_10": (false, "/@@@ needs a sign of which digits to drop"),
        "number_skeleton_11": (false, "/@@@ needs a sign of which digits to drop"),
        "number_skeleton_many_tokens": (false, "no token notation-scientific"),
        "quoted_pound_sign_2": (false, "a selector needs the branch other"),
        "unmatched_open_close_tag_1": (true, "tags are text"),
        "unmatched_open_close_tag_2": (true, "tags are text"),
    ]

    /// Where ICU takes what the safe profile refuses.
    static let profile: [String: String] = [
        "expect_date_arg_skeleton_whitespace_only": "a skeleton of nothing is a mistake",
        "expect_number_arg_skeleton_whitespace_only": "a skeleton of nothing is a mistake",
    ]

    @Test(.enabled(if: !cases.isEmpty, "no conformance data beside the package"), arguments: cases)
    func `takes and refuses what ICU takes and refuses`(sample: Case) {
        let (_, problems) = Message.parse(sample.pattern)
        let isAccepted = !problems.contains { $0.id.isRefusal }
        let expected = Self.differences[sample.name]?.isAccepted ?? sample.isAccepted
        #expect(isAccepted == expected, "\(problems)")
        if Self.profile[sample.name] == nil {
            #expect(Oracle.accepts(sample.pattern) == expected, "ICU decides otherwise")
        }
    }

    @Test(.enabled(if: !cases.isEmpty, "no conformance data beside the package"))
    func `reads all published cases`() {
        #expect(Self.cases.count == 92)
        let names = Set(Self.cases.map(\.name))
        #expect(Set(Self.differences.keys).union(Self.profile.keys).isSubset(of: names))
    }
}

extension MessageProblemID {
    /// Whether ICU refuses to make a formatter of such a pattern, or the safe profile does.
    var isRefusal: Bool { isSyntax || self == .unknownType || self == .unknownStyle }
}
