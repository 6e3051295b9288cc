import PassoCEL

/// What the tests of records read: a struct in a struct, lists, an enum, optionals.
struct Inbox: CELRecord {
    var request = Request()
    var user = User()
    var others: [User] = []
    var limits: [String: Int] = [:]

    static let celFields: [CELField<Inbox>] = [
        CELField("request", \.request), CELField("user", \.user), CELField("others", \.others),
        CELField("limits", \.limits),
    ]
}

struct Request: CELRecord {
    var status = Status.open
    var title = "Broken lamp"
    var tags = ["new", "lamp"]
    var calls = 3
    var price = 9.5
    var isUrgent = false
    var note: String?
    var owner: User?
    var photo: [UInt8] = [1, 2]

    static let celFields: [CELField<Request>] = [
        CELField("status", \.status), CELField("title", \.title), CELField("tags", \.tags),
        CELField("calls", \.calls), CELField("price", \.price),
        CELField("isUrgent", \.isUrgent), CELField("note", \.note), CELField("owner", \.owner),
        CELField("photo", \.photo), CELField("shout", { $0.title.uppercased() }),
    ]
}

struct User: CELRecord {
    var id = "u1"
    var age: UInt8 = 40

    static let celFields: [CELField<User>] = [CELField("id", \.id), CELField("age", \.age)]
}

enum Status: String, CELConvertible {
    case open, closed
}

/// Evaluates an expression over a record.
func result<Output: CELConvertible>(
    of text: String,
    over inbox: Inbox = Inbox(),
    as output: Output.Type = Output.self,
    in environment: CELEnvironment = CELEnvironment()
) throws -> Output {
    try CELRecordProgram<Inbox, Output>(text, in: environment)(inbox)
}
