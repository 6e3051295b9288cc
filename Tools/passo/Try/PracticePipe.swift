/// A session whose lines come from a pipe or a file: time stands still until a line lets it pass, and
/// what is typed is repeated, so that the output reads like the session.
struct PracticePipe {
    private var session: PracticeSession

    init(_ session: PracticeSession) { self.session = session }

    func run() {
        var session = session
        let ink = PracticeInk(isColored: Console.isColored, width: nil)
        show(&session, ink)
        while !session.hasEnded, let line = readLine() {
            if line.contains(where: { !$0.isWhitespace }) {
                Console.print("> " + PracticeInk.printable(line))
            }
            session.enter(line)
            show(&session, ink)
        }
        session.end()
        show(&session, ink)
    }

    private func show(_ session: inout PracticeSession, _ ink: PracticeInk) {
        for line in session.takeLines() { Console.print(ink.text(of: line)) }
    }
}
