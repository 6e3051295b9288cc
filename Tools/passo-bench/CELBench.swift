import PassoCEL

/// The expressions that are measured beside other implementations of CEL.
enum CELBench {
    /// An expression with the name of its rows.
    struct Case: Sendable {
        let name: String
        let expression: String
        /// Whether it reads the request or the user.
        let readsRequest: Bool
    }

    static let cases = [
        Case(
            name: "guard",
            expression: """
                request.status == "open" && size(request.title) > 0 \
                && request.tags.all(t, size(t) <= 50)
                """,
            readsRequest: true
        ),
        Case(name: "equal", expression: #"user.id == "u1""#, readsRequest: false),
        Case(
            name: "match",
            expression: #"request.id.matches("^R-[0-9]{4,6}$")"#,
            readsRequest: true
        ),
    ]

    /// Prints `NAME<TAB>EXPRESSION` for the peers.
    static func expressions() {
        for item in cases { print("\(item.name)\t\(item.expression)") }
    }

    /// Prints evaluations a second, each with bindings made anew, and expressions parsed, checked
    /// and compiled a second.
    static func rate(_ names: ArraySlice<String>) throws(CELCompileWork.Mistake) {
        for item in cases where names.isEmpty || names.contains(item.name) {
            for way in CELWay.allCases {
                let work = try CELWork(item, way)
                let rate = Standard.medianRate(eventsPerRun: 1) { work.run($0) }
                PassoBench.emit("passo \(way.rawValue)", "evaluate:\(item.name)", rate, "per s")
            }
            let compile = CELCompileWork(item)
            PassoBench.emit(
                "passo",
                "check:\(item.name)",
                Standard.medianRate(eventsPerRun: 1) { compile.check($0) },
                "per s"
            )
            PassoBench.emit(
                "passo",
                "compile:\(item.name)",
                Standard.medianRate(eventsPerRun: 1) { compile.compile($0) },
                "per s"
            )
        }
    }

    /// Runs one case a number of times, for counting instructions.
    static func run(_ name: String, _ way: String, _ count: Int) throws(CELCompileWork.Mistake) {
        guard let item = cases.first(where: { $0.name == name }) else { return }
        switch way {
        case "check": CELCompileWork(item).check(count)
        case "compile": CELCompileWork(item).compile(count)
        default:
            guard let way = CELWay(rawValue: way) else { return }
            try CELWork(item, way).run(count)
        }
    }
}

/// How a host hands its data to a program.
enum CELWay: String, CaseIterable {
    /// Maps by name, as a host does whose data has no declared shape.
    case map
    /// Values at declared places.
    case slots
    /// A struct whose fields were declared once.
    case record
}

/// One expression, ready to be evaluated with data in one way.
struct CELWork {
    private enum Prepared {
        case program(CELProgram)
        case record(CELRecordProgram<CELSample, Bool>)
    }

    private let prepared: Prepared
    private let way: CELWay
    private let readsRequest: Bool

    init(_ item: CELBench.Case, _ way: CELWay) throws(CELCompileWork.Mistake) {
        self.way = way
        readsRequest = item.readsRequest
        guard way != .record else {
            do {
                prepared = .record(try CELRecordProgram(item.expression))
            } catch {
                throw CELCompileWork.Mistake(text: item.expression)
            }
            return
        }
        var environment = CELEnvironment()
        switch way {
        case .map:
            let type = CELType.map(key: .string, value: .dyn)
            environment.declare(
                item.readsRequest ? "request" : "user",
                type,
                at: CELSlot(.data, 0)
            )
        case .slots where item.readsRequest:
            environment.declare("request.id", .string, at: CELSlot(.data, 0))
            environment.declare("request.status", .string, at: CELSlot(.data, 1))
            environment.declare("request.title", .string, at: CELSlot(.data, 2))
            environment.declare("request.tags", .list(.string), at: CELSlot(.data, 3))
        default: environment.declare("user.id", .string, at: CELSlot(.data, 0))
        }
        prepared = .program(try CELCompileWork.program(item.expression, environment))
        run(1)
    }

    /// Evaluates with new bindings each time.
    func run(_ count: Int) {
        var held = 0
        switch prepared {
        case .program(let program):
            for number in 0..<count
            where test(program, CELSample.all[number & 63]) == .true { held &+= 1 }
        case .record(let program):
            for number in 0..<count
            where (try? program(CELSample.all[number & 63])) == true { held &+= 1 }
        }
        precondition(held == count, "every sample holds")
    }

    private func test(_ program: CELProgram, _ sample: CELSample) -> CELOutcome {
        switch way {
        case .map: program.test(data: [readsRequest ? sample.requestMap : sample.userMap])
        case .slots where readsRequest:
            program.test(data: [
                CELValue(sample.request.id), CELValue(sample.request.status),
                CELValue(sample.request.title), sample.tagList,
            ])
        default: program.test(data: [CELValue(sample.user.id)])
        }
    }
}

/// Parsing and checking of one expression in an environment that is made once.
struct CELCompileWork {
    private let expression: String
    private let environment: CELEnvironment

    init(_ item: CELBench.Case) {
        expression = item.expression
        var environment = CELEnvironment()
        environment.declare("request.id", .string, at: CELSlot(.data, 0))
        environment.declare("request.status", .string, at: CELSlot(.data, 1))
        environment.declare("request.title", .string, at: CELSlot(.data, 2))
        environment.declare("request.tags", .list(.string), at: CELSlot(.data, 3))
        environment.declare("user.id", .string, at: CELSlot(.data, 4))
        self.environment = environment
    }

    /// Parses and checks.
    func check(_ count: Int) {
        for _ in 0..<count {
            let (tree, _) = CELParser.parse(expression)
            guard let tree else { preconditionFailure("the expression parses") }
            let (checked, _) = CELChecker.check(tree, in: environment)
            precondition(checked?.type == .bool, "the expression checks")
        }
    }

    /// Parses, checks and compiles.
    func compile(_ count: Int) {
        for _ in 0..<count {
            let program = try? Self.program(expression, environment)
            precondition(program?.type == .bool, "the expression compiles")
        }
    }

    static func program(_ text: String, _ environment: CELEnvironment) throws(CELCompileWork
        .Mistake) -> CELProgram
    {
        let (tree, mistakes) = CELParser.parse(text)
        guard let tree, mistakes.isEmpty else { throw Mistake(text: text) }
        let (checked, problems) = CELChecker.check(tree, in: environment)
        guard let checked, problems.isEmpty else { throw Mistake(text: text) }
        return CELProgram(checked, environment)
    }

    struct Mistake: Error { let text: String }
}

/// The data of one evaluation, as a host has it: Swift's own texts and arrays.
struct CELSample: CELRecord {
    let request: Request
    let user: User

    struct Request: CELRecord {
        let id: String
        let status: String
        let title: String
        let tags: [String]

        static let celFields: [CELField<Request>] = [
            CELField("id") { $0.id }, CELField("status") { $0.status },
            CELField("title") { $0.title }, CELField("tags") { $0.tags },
        ]
    }

    struct User: CELRecord {
        let id: String

        static let celFields: [CELField<User>] = [CELField("id") { $0.id }]
    }

    static let celFields: [CELField<CELSample>] = [
        CELField("request") { $0.request }, CELField("user") { $0.user },
    ]

    /// The same as the peers have.
    static let all = (0..<64).map { number in
        CELSample(
            request: Request(
                id: "R-\(1_000 + number % 9_000)",
                status: "open",
                title: "Parcel \(number % 10) has not arrived",
                tags: ["delivery", "parcel", "north", "second call", "VIP"]
            ),
            user: User(id: "u1")
        )
    }

    var tagList: CELValue { CELValue(request.tags.map { CELValue($0) }) }

    /// The keys of the maps, which a host makes once as Python does.
    private static let keys: [CELValue] = ["id", "status", "title", "tags"]

    var requestMap: CELValue {
        let keys = Self.keys
        return [
            keys[0]: CELValue(request.id), keys[1]: CELValue(request.status),
            keys[2]: CELValue(request.title), keys[3]: tagList,
        ]
    }

    var userMap: CELValue { [Self.keys[0]: CELValue(user.id)] }
}
