/// Why an archive cannot be read.
enum ArchiveProblem: Error, Hashable {
    /// What of an archive contradicts the rest.
    enum Damage: String, Hashable {
        /// The archive ends before its directory does.
        case unfinished
        case directory
        /// The record before the data of a part, or the one behind them.
        case header
        case data
        case size
        case checksum
        /// Two parts share bytes.
        case overlap
        /// Two parts have one name.
        case twice
    }

    /// What archives can be and are not to be here.
    enum Feature: String, Hashable {
        case encrypted
        case disks
        case method
        case patch
    }

    /// What there is too much of.
    enum Excess: String, Hashable {
        case parts
        case name
        case bytes
        case total
        case ratio
        /// The texts of a workbook, which can be in many cells each.
        case texts
    }

    case damaged(Damage, name: String = "", at: Int)
    case unsupported(Feature, name: String)
    case excess(Excess, name: String = "", limit: Int)
}
