import Foundation

/// Writes a value as JSON and reads it again, as a host does that stops and starts.
public enum RoundTrip {
    /// Returns the value after its way through JSON.
    ///
    /// - Throws: what the encoder or the decoder says.
    public static func through<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
}
