import Foundation
import PassoCatalog
import PassoTesting
import Testing

/// Our files beside the published schemas, read by xmllint.
@Suite(
    .enabled(
        if: XLIFFSchema.xmllint != nil && TestEnvironment.conformance("xliff") != nil,
        "xmllint or the schemas of XLIFF are absent"
    )
)
struct XLIFFSchemaTests {
    @Test(arguments: XLIFFSamples.Format.allCases)
    func `every bundle in every language is valid`(format: XLIFFSamples.Format) throws {
        var documents = ExchangeSamples.shipped + [XLIFFSamples.small]
        documents.append(
            ExchangeDocument(bundle: "", sourceLocale: "en", targetLocale: "zh-Hant-TW", units: [])
        )
        if format == .xliff2 { documents.append(try ExchangeSamples.naughty()) }
        #expect(documents.count >= 14)
        let files = try documents.map { try format.codec.write($0) }
        #expect(try XLIFFSchema.complaints(about: files, format) == nil)
    }

    @Test(arguments: XLIFFSamples.Format.allCases)
    func `the schema would see a mistake`(format: XLIFFSamples.Format) throws {
        let text = String(decoding: try format.codec.write(XLIFFSamples.small), as: UTF8.self)
        let states = format == .xliff1 ? "state=\"translated\"" : "state=\"reviewed\""
        for (right, wrong) in [(states, "state=\"done\""), ("<source>", "<source x=\"1\">")] {
            let broken = Array(text.replacing(right, with: wrong).utf8)
            #expect(try XLIFFSchema.complaints(about: [broken], format) != nil)
        }
        guard format == .xliff2 else { return }
        let module = Array(text.replacing("mda:meta type=", with: "mda:meta kind=").utf8)
        #expect(try XLIFFSchema.complaints(about: [module], format) != nil)
    }
}

/// The schemas: 1.2 in its strict form, 2.1 with its modules.
enum XLIFFSchema {
    static let xmllint = OutsideProgram(named: "xmllint")

    /// What xmllint says of files; nil when they are valid.
    static func complaints(about files: [[UInt8]], _ format: XLIFFSamples.Format) throws -> String?
    {
        var complaints: String?
        try withFiles(["all.xsd": modules]) { folder in
            let strict = try #require(
                TestEnvironment.conformance("xliff/xliff-core-1.2-strict.xsd")
            )
            let schema = format == .xliff1 ? strict.path : "\(folder)/all.xsd"
            var arguments = ["--nonet", "--noout", "--schema", schema]
            for (number, file) in files.enumerated() {
                arguments.append("\(folder)/\(number).xlf")
                try Data(file).write(to: URL(filePath: "\(folder)/\(number).xlf"))
            }
            let run = try #require(xmllint).run(arguments)
            complaints = run.status == 0 ? nil : run.output
        }
        return complaints
    }

    /// A schema that knows the core and the modules that we write.
    private static var modules: String {
        let folder = TestEnvironment.conformance("xliff/21")?.path ?? ""
        let parts = [
            ("document:2.0", "xliff_core_2.0"), ("metadata:2.0", "metadata"),
            ("glossary:2.0", "glossary"), ("sizerestriction:2.0", "size_restriction"),
        ]
        let imports = parts.map { name, file in
            "<xs:import namespace=\"urn:oasis:names:tc:xliff:\(name)\" "
                + "schemaLocation=\"\(folder)/\(file).xsd\"/>"
        }
        return "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
            + imports.joined() + "</xs:schema>"
    }
}
