import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
import PassoRuntime
import RespondToRequest

/// The procedure by hand: takes typed lines and passing time, and answers with lines to read.
///
/// A value without a clock or a terminal. It knows which event a command means and how things look;
/// what is possible is the desk's to say.
struct PracticeSession {
    /// The longest line that is taken, in bytes: far more than any field holds.
    static let maximumLineBytes = 1 << 20

    var stage: DeskStage
    let scenario: Scenario
    /// What the others still do.
    var script: ArraySlice<ScenarioStep>
    /// The agent who practises.
    let me: String
    /// The agent who does what `other` says.
    let colleague: String
    let mode: DeskTask.Mode
    var words: PracticeWords
    /// Whether time passes by itself.
    let isLive: Bool
    /// Whether seconds to accept are told as lines; a terminal shows them in its own place.
    var announcesSeconds = true
    /// The task that is worked on.
    var current: String?
    /// The task that is looked at.
    var looked: String?
    var lines: [PracticeLine] = []
    private(set) var hasEnded = false

    /// Begins a session; nil when the scenario gives no agent.
    init?(_ stage: DeskStage, _ scenario: Scenario, locale: String, isLive: Bool) {
        let agents = stage.desk.records.all(Agent.self)
        guard let me = agents.first, let strings = stage.desk.definitions.task.strings else {
            return nil
        }
        self.stage = stage
        self.scenario = scenario
        self.me = me.id
        self.isLive = isLive
        let mode = stage.world.value(of: "mode", in: InstanceID(me.id))?.stringValue
        self.mode = mode.flatMap(DeskTask.Mode.init) ?? .queue
        colleague = agents.dropFirst().first?.id ?? me.id
        script = scenario.steps.filter { $0.actor?.text != me.id }[...]
        words = PracticeWords(
            strings: strings,
            locale: locale,
            timeZone: isLive ? PracticeClock.timeZone : me.timeZone
        )
        setLanguage(locale)
        greet()
    }

    var desk: Desk { stage.desk }
    var world: World { stage.world }

    /// Takes the lines that are to be read now.
    mutating func takeLines() -> [PracticeLine] {
        defer { lines = [] }
        return lines
    }

    /// Does what a typed line says.
    mutating func enter(_ typed: String) {
        guard typed.utf8.count <= Self.maximumLineBytes else {
            refuse(Notice(DeskTexts.fieldTooHeavy))
            return
        }
        let line = typed.drop { $0.isWhitespace }
        let word = String(line.prefix { !$0.isWhitespace })
        guard !word.isEmpty else { return }
        let rest = line.dropFirst(word.count).drop { $0.isWhitespace }
        guard let name = words.command(for: word), let command = PracticeTable.command(name) else {
            refuseUnknown(word)
            return
        }
        perform(command, String(rest))
        // At one instant what is typed goes first, and then the timers that are due.
        if name != "wait" { report(stage.advance(to: world.now, firingDue: true)) }
    }

    /// Ends the session.
    mutating func end() {
        guard !hasEnded else { return }
        hasEnded = true
        say(.faint, words.text(DeskTexts.tryGoodbye))
    }

    mutating func say(_ kind: PracticeLine.Kind, _ text: String) {
        lines.append(PracticeLine(kind, text))
    }

    /// Says that something is not possible, and why.
    mutating func refuse(_ reason: Notice) {
        say(.refused, words.text(DeskTexts.playRefused(reason: LocalizedMessage(reason))))
    }

    mutating func refuseUnknown(_ word: String) {
        let help = words.word("help")
        say(.refused, words.text(DeskTexts.tryUnknown(command: word, help: help)))
        if let near = words.nearestWord(to: word) {
            say(.faint, words.text(DeskTexts.tryNear(command: near)))
        }
    }

    /// Remembers the reader's language; nothing but the words changes.
    mutating func setLanguage(_ locale: String) {
        words.locale = locale
        guard var agent = desk.records.find(Agent.self, me) else { return }
        agent.language = locale
        // Nobody else saves this agent: the version is the one just read.
        _ = try? stage.desk.change(agent)
    }

    private mutating func greet() {
        let title = desk.definitions.task.title.map { words.text($0) } ?? scenario.title
        let way = desk.definitions.task.modes.first { $0.name == mode.rawValue }?.label
        say(
            .heading,
            [title, way.map { words.text($0) }].compactMap(\.self).joined(separator: " – ")
        )
        let (help, quit) = (words.word("help"), words.word("quit"))
        say(.plain, words.text(DeskTexts.tryWelcome(help: help, quit: quit)))
        showQueue()
        showNextStep()
    }
}
