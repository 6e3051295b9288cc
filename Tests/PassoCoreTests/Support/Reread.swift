import Foundation
import PassoCore

/// Encodes and decodes a snapshot.
func reread(_ snapshot: Snapshot) throws -> Snapshot {
    try JSONDecoder().decode(Snapshot.self, from: JSONEncoder().encode(snapshot))
}
