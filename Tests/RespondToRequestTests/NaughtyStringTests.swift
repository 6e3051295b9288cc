import Foundation
import PassoCEL
import PassoCore
import PassoICU
import PassoRuntime
import PassoTesting
import RespondToRequest
import Testing

@Suite struct NaughtyStringTests {
    /// The Big List of Naughty Strings.
    static let all: [String] = {
        guard let file = TestEnvironment.conformance("blns/blns.json"),
            let data = try? Data(contentsOf: file),
            let strings = try? JSONDecoder().decode([String].self, from: data)
        else { return [] }
        return strings
    }()

    @Test(.enabled(if: !all.isEmpty, "the conformance data are absent"))
    func `naughty strings pass through every field unchanged or are refused with a message`() throws
    {
        #expect(Self.all.count >= 500)
        for string in Self.all {
            try passThroughRequest(string)
            try passThroughTag(string)
            try passThroughForm(string)
        }
    }

    @Test func `notes keep their lines and lose what surrounds them`() throws {
        var fixture = try DeskFixture()
        try fixture.send("form.open", to: "t1/form")
        try fixture.send("form.edit", to: "t1/form")
        try fixture.send("notes.edit", " \r\nRings twice.\r\nMornings only. \n", to: "t1/form")
        #expect(try fixture.send("form.save", to: "t1/form") == nil)
        let customer = try #require(fixture.desk.records.find(Customer.self, "maria"))
        #expect(customer.notes == "Rings twice.\nMornings only.")
    }

    private func passThroughRequest(_ string: String) throws {
        var fixture = try DeskFixture()
        try fixture.send("title.edit", string)
        if let refused = try fixture.send("title.save") {
            #expect(!refused.text(in: "pl").isEmpty)
        } else {
            #expect(
                fixture.request?.title.utf8.elementsEqual(TextFold.oneLine(string).utf8) == true
            )
        }
        try fixture.send("description.edit", string)
        if let refused = try fixture.send("description.save") {
            #expect(!refused.text(in: "da").isEmpty)
        } else {
            let expected = TextFold.manyLines(string)
            #expect(fixture.request?.description.utf8.elementsEqual(expected.utf8) == true)
        }
    }

    private func passThroughTag(_ string: String) throws {
        var fixture = try DeskFixture()
        if let refused = try fixture.send("tag.add", string) {
            #expect(!refused.text(in: "it").isEmpty)
            #expect(fixture.tags.isEmpty)
        } else {
            let expected = TextFold.oneLine(string)
            #expect(fixture.tags.first?.utf8.elementsEqual(expected.utf8) == true)
        }
    }

    private func passThroughForm(_ string: String) throws {
        var fixture = try DeskFixture()
        try fixture.send("form.open", to: "t1/form")
        try fixture.send("form.edit", to: "t1/form")
        for field in ["name", "email", "phone", "company", "notes"] {
            try fixture.send("\(field).edit", string, to: "t1/form")
        }
        if let refused = try fixture.send("form.save", to: "t1/form") {
            #expect(!refused.text(in: "pt").isEmpty)
            #expect(fixture.value("draft.notes", in: "t1/form")?.stringValue == string)
            try fixture.send("email.edit", "maria@example.com", to: "t1/form")
            guard try fixture.send("form.save", to: "t1/form") == nil else { return }
        }
        let customer = try #require(fixture.desk.records.find(Customer.self, "maria"))
        #expect(customer.name.utf8.elementsEqual(TextFold.oneLine(string).utf8))
        #expect(customer.company.utf8.elementsEqual(TextFold.oneLine(string).utf8))
        let notes = TextFold.trimmed(TextFold.manyLines(string))
        #expect(customer.notes.utf8.elementsEqual(notes.utf8))
    }
}
