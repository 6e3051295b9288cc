import PassoCEL
import Testing

/// The official tests of CEL (cel-expr/cel-spec) for the language without extension libraries.
@Suite struct ConformanceTests {
    static let files = [
        "basic", "comparisons", "conversions", "fields", "fp_math", "integer_math", "lists",
        "logic", "macros", "namespace", "parse", "plumbing", "string", "timestamps",
        "type_deduction",
    ]

    /// Tests of what is not there yet, with the reason.
    static let outOfScope: [String: String] = [
        "string/matches/basic": regularExpressions,
        "string/matches/empty_empty": regularExpressions,
        "string/matches/empty_target": regularExpressions,
        "string/matches/re_alt": regularExpressions,
        "string/matches/re_concat": regularExpressions,
        "string/matches/unicode": regularExpressions,
        "string/matches/unicode_smp": regularExpressions,
        "timestamps/timestamp_selectors_tz/getDayOfMonth_name_neg": namedZones,
        "timestamps/timestamp_selectors_tz/getDayOfMonth_name_pos": namedZones,
        "timestamps/timestamp_selectors_tz/getDayOfYear": namedZones,
        "type_deduction/flexible_type_parameter_assignment/optional_dyn_promotion_2": optionals,
        "type_deduction/flexible_type_parameter_assignment/optional_none_2": optionals,
        "type_deduction/legacy_nullable_types/null_assignable_to_abstract_parameter_candidate":
            optionals,
    ]

    private static let regularExpressions = "matches needs regular expressions"
    private static let namedZones = "named time zones need their table"
    private static let optionals = "optional types are an extension library"

    @Test(arguments: files)
    func `gives what the official tests expect`(file: String) throws {
        guard let contents = try ConformanceFile.read(file) else {
            print("CEL conformance tests: no data beside the checkout; skipped")
            return
        }
        var passed = 0
        var skipped = 0
        for (name, test) in contents.tests {
            if Self.outOfScope[name] != nil {
                skipped += 1
                continue
            }
            let failure = ConformanceRun(test: test).failure()
            #expect(failure == nil, "\(name): \(test.expr)")
            if failure == nil { passed += 1 }
        }
        print("CEL \(file): \(passed) passed of \(contents.tests.count), \(skipped) out of scope")
    }
}
