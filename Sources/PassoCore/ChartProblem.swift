/// Why a blueprint is no chart.
public enum ChartProblem: Error, Hashable, Sendable {
    /// Two states have one id.
    case duplicateState(String)
    /// A transition, an initial or a watch names a state that is not there.
    case unknownState(String, place: Int)
    /// An action names an event that is not there.
    case unknownEvent(String, place: Int)
    /// An action names a host action that is not there.
    case unknownAction(String, place: Int)
    /// A send names a chart that is not there.
    case unknownTarget(String, place: Int)
    /// A payload has more or fewer values than the event has parameters.
    case wrongPayload(event: String, place: Int)
    /// A slot lies outside the data.
    case unknownSlot(Int, place: Int)
    /// The children do not fit the kind of the state.
    case misshapenState(String)
    /// The targets of one transition cannot be active together.
    case conflictingTargets(place: Int)
    /// A default transition leads outside its state, or has a condition.
    case misplacedInitial(String)
    /// Something that only an open chart may have.
    case openOnly(String, place: Int)
    /// An id is to be made, and there is no ``ChartBlueprint/serialSlot``.
    case missingSerial(place: Int)
    /// More of something than ``CoreLimits`` allows.
    case limit(String)
}
