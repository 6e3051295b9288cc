import Foundation
import PassoDiagnostics
import PassoTesting
import Testing

@testable import passo_keys

@Suite struct TypedKeysArticleTests {
    private static let rows: [(String, String)] = {
        let path = "Sources/PassoMessages/PassoMessages.docc/TypedKeys.md"
        guard let file = TestEnvironment.packageRoot()?.appending(path: path),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return [] }
        return text.matches(of: /\| `(.*)` \| `(.*)` \|/).map { (String($0.1), String($0.2)) }
    }()

    @Test func `shows the Swift type of each type of a table`() {
        let types = Self.rows.filter { ValueType($0.0) != nil }
        #expect(types.allSatisfy { ValueType($0.0)?.swift == $0.1 })
        #expect(Set(types.map(\.0)).isSuperset(of: ValueType.names))
    }

    @Test func `shows the Swift names of keys`() {
        let names = Self.rows.filter { ValueType($0.0) == nil }
        #expect(names.count == 4)
        #expect(names.allSatisfy { SwiftName.member(of: $0.0) == $0.1 })
    }
}
