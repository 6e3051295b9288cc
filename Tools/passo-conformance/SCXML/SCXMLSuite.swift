import Foundation

/// Published tests of SCXML: those of the W3C's implementation report (`irp`) and those of SCION
/// (`scion`), each in the folder itself or in one of these names within it.
struct SCXMLSuite: ConformanceSuite {
    var route = DocumentRoute.direct

    func run(in folder: URL) -> ConformanceReport? {
        var report = ConformanceReport()
        var isFound = false
        let irp = IRPSuite(route: route)
        let scion = SCIONSuite(route: route)
        for (place, prefix) in [
            (folder, ""), (folder.appending(path: "irp"), "irp/"),
        ] {
            isFound = irp.run(in: place, prefix: prefix, &report) || isFound
        }
        let inner = folder.appending(path: "scion")
        let isInner = FileManager.default.fileExists(atPath: inner.path)
        isFound =
            scion.run(in: isInner ? inner : folder, prefix: isInner ? "scion/" : "", &report)
            || isFound
        return isFound ? report : nil
    }
}
