/// Data of a host whose fields expressions read.
///
/// A record is declared once; expressions then read the fields that they name, and no others, from
/// the Swift value itself: no map is built.
///
/// ```swift
/// struct Request: CELRecord {
///     var status: String
///     var title: String
///     var tags: [String]
///
///     static let celFields: [CELField<Request>] = [
///         CELField("status", \.status), CELField("title", \.title), CELField("tags", \.tags),
///     ]
/// }
///
/// struct Inbox: CELRecord {
///     var request: Request
///
///     static let celFields: [CELField<Inbox>] = [CELField("request", \.request)]
/// }
///
/// let isUrgent = try CELRecordProgram<Inbox, Bool>(
///     #"request.status == "open" && request.tags.exists(t, t == "urgent")"#
/// )
/// for inbox in inboxes where try isUrgent(inbox) { … }
/// ```
///
/// As a value, a record is an object of a struct type: it equals another of the same type whose
/// fields are all equal, and `has(x.field)` asks whether a field is there: one that is `nil` in
/// Swift is `null` and not there.
public protocol CELRecord: CELConvertible {
    /// The name of the struct type; by default that of the Swift type, without what it is nested in.
    ///
    /// Two types that one expression sees must have two names; of types with the same name the one
    /// that is declared first counts.
    static var celName: String { get }

    /// The fields; of two with the same name the first counts.
    static var celFields: [CELField<Self>] { get }
}

extension CELRecord {
    /// The name of the Swift type.
    public static var celName: String { String(describing: Self.self) }

    /// The field of a name.
    static func celField(_ name: String) -> CELField<Self>? {
        celFields.first { $0.name == name }
    }

    /// The struct type of the name.
    public static var celType: CELType { .opaque(celName, []) }

    /// An object that reads the fields when it is asked for them.
    public var celValue: CELValue { CELValue(CELRecordObject(record: self)) }

    /// Takes such an object.
    public init?(celValue: CELValue) {
        guard case .object(let object) = celValue,
            let object = object.value as? CELRecordObject<Self>
        else { return nil }
        self = object.record
    }

    /// Reads the fields where they are.
    public static func celReader<Record>(
        _ read: @escaping @Sendable (Record) -> Self
    ) -> CELReader<Record> {
        CELReader(.record(CELRecordReader(read: read)))
    }

    /// Declares the struct type and those of its fields.
    public static func celDeclareTypes(in environment: inout CELEnvironment) {
        environment.declare(type: Self.self)
    }
}
