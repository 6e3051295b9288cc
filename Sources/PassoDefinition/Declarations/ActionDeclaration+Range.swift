import PassoDiagnostics

extension ActionDeclaration {
    /// Where its first word stands that is the author's; nil when it has none.
    var range: SourceRange? {
        switch self {
        case .perform(let name, _): name.range
        case .set(let all), .add(let all), .remove(let all): all.first?.name.range
        case .assign(let location, _): location.range
        case .clear(let names): names.first?.range
        case .raise(let event, _): event.range
        case .send(let send): send.range
        case .cancel(let id): id.range
        case .cancelExpression(let id): id.range
        case .tell(let message): message.key.range
        case .branch(let condition, _, _): condition.range
        case .loop(let loop): loop.item.range
        case .log(let log): log.range
        case .script(let script): script.range
        case .block(let actions): actions.lazy.compactMap(\.range).first
        }
    }
}

extension ContentDeclaration {
    /// Where it stands.
    var range: SourceRange {
        switch self {
        case .expression(let expression): expression.range
        case .text(let text), .xml(let text): text.range
        }
    }
}
