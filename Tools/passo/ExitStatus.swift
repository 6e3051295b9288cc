/// What the program says by its exit status; thrown to end a command that has printed its say.
enum ExitStatus: Int32, Error {
    /// Refused, over the limit, mistakes found, or an expectation failed.
    case refused = 1

    /// The command line is wrong, or a file it names cannot be read.
    case usage = 2
}
