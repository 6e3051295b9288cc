import Dispatch
import Foundation

/// A session on a terminal: real time, timers that fire while a line is being typed, and a status bar
/// with the seconds that are left to accept.
@MainActor final class PracticeTerminal {
    /// How often time is looked at.
    private static let tick = 0.1

    private var session: PracticeSession
    private let clock = PracticeClock()
    private var bar: StatusBar?
    private var typed: [UInt8] = []
    private var sources: [any DispatchSourceProtocol] = []

    init(_ session: PracticeSession) {
        self.session = session
        if isatty(STDOUT_FILENO) == 1, Console.isTerminalCapable, let size = TerminalSize.current()
        {
            bar = StatusBar(size)
            self.session.announcesSeconds = false
        }
    }

    /// Runs until the session, the input or the person's patience ends.
    func run() {
        if let bar { Console.printWithoutBreak(bar.opening) }
        printAll()
        prompt()
        listen()
        let timer = Timer(timeInterval: Self.tick, repeats: true) { _ in
            MainActor.assumeIsolated { self.pass() }
        }
        RunLoop.main.add(timer, forMode: .default)
        while !session.hasEnded {
            _ = RunLoop.main.run(mode: .default, before: .distantFuture)
        }
        timer.invalidate()
        if let bar { Console.printWithoutBreak(bar.closing) }
    }

    /// Hears the keyboard, Ctrl-C, a polite kill and changes of the window.
    private func listen() {
        let input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
        input.setEventHandler { MainActor.assumeIsolated { self.read() } }
        sources.append(input)
        for number in [SIGINT, SIGTERM, SIGWINCH] {
            if number != SIGWINCH { signal(number, SIG_IGN) }
            let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
            source.setEventHandler { MainActor.assumeIsolated { self.hear(number) } }
            sources.append(source)
        }
        for source in sources { source.activate() }
    }

    private func hear(_ signal: Int32) {
        if signal == SIGWINCH { resize() } else { leave() }
    }

    private func read() {
        let data = FileHandle.standardInput.availableData
        guard !data.isEmpty else { return leave() }
        typed += data
        while let end = typed.firstIndex(of: UInt8(ascii: "\n")), !session.hasEnded {
            let line = String(decoding: typed[..<end], as: UTF8.self)
            typed.removeFirst(end + 1)
            session.advance(to: clock.now)
            session.enter(line)
            printAll()
            if !session.hasEnded { prompt() }
        }
        if typed.count > PracticeSession.maximumLineBytes { typed = [] }
    }

    /// Lets real time pass in the session; what happens is shown above the line being typed.
    private func pass() {
        session.advance(to: clock.now)
        let rows = session.takeLines().flatMap { ink.rows(of: $0) }
        if !rows.isEmpty { printAbove(rows) }
        drawBar()
    }

    private func leave() {
        guard !session.hasEnded else { return }
        Console.print("")
        session.end()
        printAll()
    }

    private func resize() {
        guard let size = TerminalSize.current(), let old = bar?.size, old != size else { return }
        if let moving = bar?.resize(to: size) { Console.printWithoutBreak(moving) }
        drawBar()
    }

    private var ink: PracticeInk {
        PracticeInk(isColored: Console.isColored, width: bar.map { $0.size.columns - 1 })
    }

    private func printAll() {
        for line in session.takeLines() { Console.print(ink.text(of: line)) }
        drawBar()
    }

    private func prompt() { Console.printWithoutBreak("> ") }

    private func drawBar() {
        if let drawing = bar?.drawing(session.statusLine) { Console.printWithoutBreak(drawing) }
    }

    /// Inserts rows above the prompt, so that what is half typed stays on the screen.
    ///
    /// Index (ESC D) makes room below without leaving the column; then lines are inserted where the
    /// prompt stands, which moves down.
    private func printAbove(_ rows: [String]) {
        guard bar != nil else {
            Console.printWithoutBreak("\r" + rows.joined(separator: "\n") + "\n> ")
            return
        }
        for row in rows {
            Console.printWithoutBreak(
                "\u{1B}D\u{1B}[1A\u{1B}7\r\u{1B}[1L" + row + "\u{1B}8\u{1B}[1B"
            )
        }
    }
}
