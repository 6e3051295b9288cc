import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
import Testing

@Suite struct TypedNoticeTests {
    @Test(
        arguments: [
            3, 1.5, "text", ["a", 1], .label(key: "name"), .instant(millisecondsSince1970: 1_234),
            .instant(millisecondsSince1970: -1), .message(key: "m", arguments: [.init("n", 1)]),
        ] as [MessageArgument]
    )
    func `a notice of a typed message has its arguments`(argument: MessageArgument) {
        let named = MessageNamedArgument("x", argument)
        let notice = Notice(LocalizedMessage("key", [named]))
        #expect(notice.key == "key")
        #expect(notice.messageArguments == [named])
    }

    @Test(
        arguments: [
            [.label(key: "name")], .instant(millisecondsSince1970: .max),
        ] as [MessageArgument]
    )
    func `what a notice cannot hold is missing, so that formatting says so`(
        argument: MessageArgument
    ) {
        let notice = Notice(LocalizedMessage("key", [MessageNamedArgument("x", argument)]))
        #expect(notice.arguments == [NoticeArgument(name: "x", value: .missing)])
    }
}
