/// The instances of a world in the order in which they were started.
///
/// One that is removed leaves a gap; when gaps prevail, they are closed.
struct InstanceTable: Sendable {
    private var slots: [World.Instance] = []
    private var places: [InstanceID: Int] = [:]

    var count: Int { places.count }

    var inOrder: [World.Instance] {
        slots.enumerated().filter { places[$0.element.id] == $0.offset }.map(\.element)
    }

    func contains(_ id: InstanceID) -> Bool { places[id] != nil }

    /// The place of an instance, which lasts until one is removed.
    func place(of id: InstanceID) -> Int? { places[id] }

    subscript(place: Int) -> World.Instance {
        get { slots[place] }
        _modify { yield &slots[place] }
    }

    subscript(id: InstanceID) -> World.Instance? { places[id].map { slots[$0] } }

    mutating func append(_ instance: World.Instance) {
        places[instance.id] = slots.count
        slots.append(instance)
    }

    mutating func remove(_ id: InstanceID) {
        guard places.removeValue(forKey: id) != nil,
            slots.count > 2 * places.count + 16
        else { return }
        slots = inOrder
        for (place, instance) in slots.enumerated() { places[instance.id] = place }
    }
}
