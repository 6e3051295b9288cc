import Dispatch
import Foundation
import PassoDefinition
import PassoDiagnostics

/// A prompt on a terminal: lines are edited, remembered and completed.
struct PromptTerminal {
    private static let prompt = "cel> "

    private var session: PromptSession
    private var editor = LineEditor()
    private var keys = KeyReader()
    /// Whether the key before was Tab too, which lists what could stand here.
    private var isSecondTab = false
    /// The columns of the terminal when the line began.
    private var columns = 80

    init(_ session: PromptSession) { self.session = session }

    /// Runs until the person ends it.
    consuming func run() {
        Console.print(Words.text(EngineTexts.celWelcome(help: ":help", quit: ":quit")))
        guard Console.isTerminalCapable, let mode = TerminalMode() else { return runPlain() }
        let guards = [SIGTERM, SIGHUP].map { Self.restoring(mode, on: $0) }
        defer {
            mode.restore()
            for guarded in guards { guarded.cancel() }
        }
        mode.giveKeys()
        measure()
        draw()
        while let byte = UInt8(exactly: getchar()) {
            guard let key = keys.take(byte) else { continue }
            guard press(key) else { return }
        }
        Console.print("")
    }

    /// Lines as the terminal itself lets them be typed.
    private mutating func runPlain() {
        var input = LineInput()
        Console.printWithoutBreak(Self.prompt)
        while let line = input.next() {
            if case .text(let text) = line, !answer(text) { return }
            Console.printWithoutBreak(Self.prompt)
        }
        Console.print("")
    }

    /// Does what a key does.
    ///
    /// - Returns: whether the session goes on.
    private mutating func press(_ key: Key) -> Bool {
        let outcome = editor.press(key)
        if outcome != .completing { isSecondTab = false }
        switch outcome {
        case .edited: break
        case .completing: complete()
        case .clearing: Console.printWithoutBreak("\u{1B}[H\u{1B}[2J")
        case .cancelled:
            Console.print("^C")
            measure()
        case .ended:
            Console.print("")
            return false
        case .entered(let line):
            Console.print("")
            guard answer(line) else { return false }
            measure()
        }
        draw()
        return true
    }

    private mutating func answer(_ line: String) -> Bool {
        let answer = session.enter(ExpressionText(SourceText(name: "<prompt>", line)))
        if case .end = answer { return false }
        _ = answer.show()
        return true
    }

    /// Writes what all names have in common that begin like the word; a second time lists them.
    private mutating func complete() {
        let completion = PromptCompletion(editor.before, in: session.bindings)
        let common = completion.common
        if common.utf8.count > completion.word.utf8.count {
            editor.insert(String(common.dropFirst(completion.word.count)))
        } else if isSecondTab, !completion.candidates.isEmpty {
            Console.print("\n" + completion.candidates.prefix(100).joined(separator: "  "))
        }
        isSecondTab = true
    }

    private mutating func measure() { columns = TerminalSize.current()?.columns ?? 80 }

    private func draw() {
        let view = LineView(prompt: Self.prompt, columns: columns)
        Console.printWithoutBreak(view.drawing(editor))
    }

    /// Puts the terminal back before a signal ends the program.
    private static func restoring(
        _ mode: TerminalMode,
        on number: Int32
    ) -> any DispatchSourceSignal {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            mode.restore()
            exit(128 + number)
        }
        source.activate()
        return source
    }
}
