import Foundation
import PassoMessages

/// The syntax cases of MessageFormat 1 (FormatJS), judged by what is taken and refused, and by the
/// tree of what is taken.
///
/// Where the linked ICU and FormatJS differ, ICU decides: it is asked for each case. So the judgement
/// does not depend on the names of the cases; ``Difference`` gives the reason.
struct MessageFormat1Suite: ConformanceSuite {
    func run(in folder: URL) -> ConformanceReport? {
        // A folder that cannot be read has no cases.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.filter { $0.hasSuffix(".txt") }.sorted()
        guard !files.isEmpty else { return nil }
        var report = ConformanceReport()
        for file in files {
            let id = String(file.dropLast(".txt".count))
            guard let data = FileManager.default.contents(atPath: folder.path + "/" + file),
                let sample = MessageFormat1Case(String(decoding: data, as: UTF8.self))
            else {
                report.add(id, "the file is not 'message --- options --- tree or error'")
                continue
            }
            let verdict = Verdict(sample)
            if let difference = verdict.difference {
                report.notes.append("\(id): \(difference)")
            }
            report.add(id, verdict.failure)
        }
        return report
    }
}

/// What ICU, FormatJS and we say of one case.
struct Verdict {
    let sample: MessageFormat1Case
    let message: Message
    let problems: [MessageProblem]
    let icu: ICUJudge.Answer

    init(_ sample: MessageFormat1Case) {
        self.sample = sample
        (message, problems) = Message.parse(sample.pattern)
        icu = ICUJudge.judge(sample.pattern)
    }

    /// What ICU refuses too, or would refuse when it makes a formatter of the style.
    private var refusals: [MessageProblem] {
        problems.filter { $0.id.isSyntax || $0.id == .unknownType || $0.id == .unknownStyle }
    }

    /// What ICU takes and the safe profile does not: a skeleton of nothing, and patterns and types
    /// that are not offered.
    private var isOutsideProfile: Bool {
        !refusals.isEmpty
            && refusals.allSatisfy { $0.id == .unknownType || $0.id == .unknownStyle }
    }

    /// Why the case is judged otherwise than its file says; nil if it is not.
    var difference: String? {
        if icu.isAccepted != sample.isAccepted {
            let reason = Difference.reason(sample, icu)
            return "FormatJS \(sample.isAccepted ? "takes" : "refuses") it, ICU decides: \(reason)"
        }
        if icu.isAccepted, isOutsideProfile {
            return "outside of the safe profile: '\(refusals[0].detail)'"
        }
        if icu.isAccepted, let treeDifference {
            return "FormatJS reads it otherwise (\(treeDifference)), ICU decides by its text"
        }
        return nil
    }

    /// What is wrong with us; nil if nothing is.
    var failure: String? {
        let ids = refusals.map(\.id.rawValue).joined(separator: ", ")
        guard icu.isAccepted else {
            return refusals.isEmpty ? "taken, though ICU says \(icu.status)" : misplaced
        }
        if !refusals.isEmpty {
            return isOutsideProfile ? nil : "refused (\(ids)), though ICU takes it"
        }
        guard let treeDifference else { return nil }
        return ICUJudge.agrees(with: message, of: sample.pattern) ? nil : treeDifference
    }

    /// How our tree differs from FormatJS's; nil where it does not, or there is none to compare.
    private var treeDifference: String? {
        guard refusals.isEmpty, let expected = sample.tree, !sample.hasTags else { return nil }
        return TreeComparison(sample.pattern).difference(expected, message.pattern)
    }

    /// A refusal has a place in the message.
    private var misplaced: String? {
        let bytes = sample.pattern.utf8.count
        let isInside = problems.allSatisfy {
            $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes
        }
        return isInside ? nil : "refused at a place outside of the message"
    }
}

/// Why ICU and FormatJS differ, by classes of what is in a message.
enum Difference {
    static func reason(_ sample: MessageFormat1Case, _ icu: ICUJudge.Answer) -> String {
        if !icu.isAccepted {
            switch icu.status {
            case "U_DEFAULT_KEYWORD_MISSING": return "a selector needs the branch other"
            case "U_NUMBER_SKELETON_SYNTAX_ERROR": return "not a number skeleton that ICU knows"
            default: return icu.status
            }
        }
        switch sample.errorKind {
        case 20?, 21?: return "the first of equal branches counts; we warn"
        case 22?, 23?, 24?, 25?, 26?, 27?: return "tags are text"
        case 6?, 12?, 13?: return "an empty style is no style"
        case 7?, 8?, 9?, 10?: return "ICU reads the skeleton"
        default: return sample.pattern.contains("<") ? "tags are text" : "ICU takes it"
        }
    }
}
