import PassoMessages

/// A small bundle in two languages, in which every definition of these tests has its texts.
enum TestStrings {
    static let bundle = StringBundle(name: "test", tables: [english, danish])

    private static let english = StringTable(
        locale: "en",
        patterns: [
            "title": "Order a lamp",
            "summary": "How a lamp is ordered, in {steps, plural, one {# step} other {# steps}}.",
            "field.title": "Title",
            "field.tags": "Tags",
            "field.tooLong":
                "{field} can have at most {max, plural, one {# character} other {# characters}}. Remove {over}.",
            "field.tooHeavy": "This text takes up too much space.",
            "field.required": "Fill in “{field}”.",
            "tag.empty": "Type a tag first.",
            "tag.duplicate": "The tag “{tag}” already exists.",
            "tag.tooMany": "At most {max, number} tags.",
            "unheard": "“{event}” is not possible now.",
            "failed": "“{event}” failed.",
            "busy": "You have {max, number} lamps already.",
            "held": "Not yet. {reason}",
            "taken": "Somebody else took it.",
            "done": "Done: {title}",
            "late": "You had {seconds, plural, one {# second} other {# seconds}}.",
            "event.order": "Order",
            "mode.shop": "In the shop",
            "mode.web": "On the web",
            "step.choose": "Choose a lamp & click <{order}>.",
            "step.note": "It takes {seconds, plural, one {# second} other {# seconds}}.",
            "step.web": "On the web only.",
            "guide.limit": "{field}: at most {max, number} characters.",
            "guide.each": "Each of {field}: at most {max, number} characters.",
            "guide.max": "At most {max, number} of {field}.",
            "guide.unique": "No two of {field} are equal.",
            "onlyEnglish": "Only in English.",
            "uneven": "No argument.",
            "when": "At {at, time, short}.",
        ]
    )

    private static let danish = StringTable(
        locale: "da",
        patterns: [
            "title": "Bestil en lampe",
            "summary": "Sådan bestilles en lampe, i {steps, plural, one {# trin} other {# trin}}.",
            "field.title": "Titel",
            "field.tags": "Tags",
            "field.tooLong":
                "{field} kan højst have {max, plural, one {# tegn} other {# tegn}}. Fjern {over}.",
            "field.tooHeavy": "Teksten fylder for meget.",
            "field.required": "Udfyld “{field}”.",
            "tag.empty": "Skriv først et tag.",
            "tag.duplicate": "Tagget “{tag}” findes allerede.",
            "tag.tooMany": "Højst {max, number} tags.",
            "unheard": "“{event}” er ikke muligt nu.",
            "failed": "“{event}” mislykkedes.",
            "busy": "Du har allerede {max, number} lamper.",
            "held": "Ikke endnu. {reason}",
            "taken": "En anden tog den.",
            "done": "Færdig: {title}",
            "late": "Du havde {seconds, plural, one {# sekund} other {# sekunder}}.",
            "event.order": "Bestil",
            "mode.shop": "I butikken",
            "mode.web": "På nettet",
            "step.choose": "Vælg en lampe & klik på <{order}>.",
            "step.note": "Det tager {seconds, plural, one {# sekund} other {# sekunder}}.",
            "step.web": "Kun på nettet.",
            "guide.limit": "{field}: højst {max, number} tegn.",
            "guide.each": "Hver af {field}: højst {max, number} tegn.",
            "guide.max": "Højst {max, number} af {field}.",
            "guide.unique": "Ingen af {field} er ens.",
            "uneven": "Med {surprise}.",
            "when": "Kl. {at, time, short}.",
        ]
    )
}
