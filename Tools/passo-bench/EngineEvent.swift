/// One event of the script that all engines are measured on: its name and the numbers of its payload.
///
/// It is not copied, so that the loop that sends the script measures the engine and not itself.
struct EngineEvent: ~Copyable, Sendable {
    let name: String
    let count: Int
    let first: Int64
    let second: Int64

    init(_ name: String, _ numbers: Int64...) {
        self.name = name
        count = numbers.count
        first = numbers.first ?? 0
        second = numbers.last ?? 0
    }

    /// Twenty events that lead back to the start.
    static let script: [20 of EngineEvent] = [
        EngineEvent("login"), EngineEvent("goReady"), EngineEvent("offer", 20, 7),
        EngineEvent("accept"), EngineEvent("editTitle"), EngineEvent("titleInput", 60),
        EngineEvent("titleInput", 42), EngineEvent("titleSave"), EngineEvent("openCustomer"),
        EngineEvent("input", 100), EngineEvent("finish"), EngineEvent("confirmCancel"),
        EngineEvent("saveCustomer"), EngineEvent("openCustomer"), EngineEvent("closeCustomer"),
        EngineEvent("finish"), EngineEvent("input", 5), EngineEvent("next"),
        EngineEvent("goNotReady"), EngineEvent("logout"),
    ]
}
