import PassoMessages
import Testing

/// LDML 48.2, part 9, section *Date and Time Value Formatting*.
@Suite struct MF2DateFunctionTests {
    @Test(arguments: [
        MF2Sample("{|2006-01-02| :date}", "Jan 2, 2006"),
        MF2Sample(
            "{|2006-01-02| :date length=long} {|2006-01-02| :date length=short}",
            "January 2, 2006 1/2/06"
        ),
        MF2Sample("{|2006-01-02| :date length=long}", "2 de janeiro de 2006", in: "pt"),
        MF2Sample(
            "{|2006-01-02| :date fields=year-month-day-weekday length=long}",
            "mandag den 2. januar 2006",
            in: "da"
        ),
        MF2Sample(
            "{|2006-01-02| :date fields=weekday length=long} {|2006-01-02| :date fields=weekday}",
            "Monday Mon"
        ),
        MF2Sample(
            "{|2006-01-02| :date fields=day-weekday} {|2006-01-02| :date fields=month-day length=long}",
            "2 Mon January 2"
        ),
        MF2Sample(
            "{|2006-01-02| :date fields=month-day-weekday} {|2006-01-02| :date fields=month-day length=short}",
            "Mon, Jan 2 1/2"
        ),
        MF2Sample("{|2006-01-02| :date fields=year-month-day-weekday}", "Mon, Jan 2, 2006"),
        MF2Sample("{|2006-01-02T15:04:06| :time}", "15.04", in: "da"),
        MF2Sample("{|2006-01-02T15:04:06| :time precision=second}", "3:04:06\u{202F}PM"),
        MF2Sample(
            "{|2006-01-02T15:04:06| :time precision=hour} {|2006-01-02T15:04:06| :time hour12=false}",
            "3\u{202F}PM 15:04"
        ),
        MF2Sample("{|2006-01-02T15:04:06| :time hour12=true}", "3:04\u{202F}PM", in: "pl"),
        MF2Sample("{|2006-01-02T15:04:06| :datetime}", "Jan 2, 2006, 3:04\u{202F}PM"),
        MF2Sample("{|2006-01-02| :datetime}", "Jan 2, 2006, 12:00\u{202F}AM"),
        MF2Sample(
            "{|2006-01-02T15:04:06| :datetime dateFields=month-day dateLength=long timePrecision=second}",
            "January 2 at 3:04:06\u{202F}PM"
        ),
        MF2Sample(
            "{|2006-01-02T15:04:06Z| :datetime dateLength=short timeZone=|Europe/Rome|}",
            "1/2/06, 4:04\u{202F}PM"
        ),
        MF2Sample("{|2006-01-02| :date calendar=buddhist}", "Jan 2, 2549 BE"),
        MF2Sample(
            ".local $d = {|2006-01-02T23:30:00Z| :datetime timeZone=|Asia/Tokyo| dateLength=long} {{{$d :date}}}",
            "Jan 3, 2006"
        ),
        MF2Sample(
            "{|2024-02-29| :date} {|0001-01-01T00:00:00.5| :time precision=second}",
            "Feb 29, 2024 12:00:00\u{202F}AM"
        ),
        MF2Sample(
            "{$d :date timeZone=$z}",
            ["d": .instant(millisecondsSince1970: 0), "z": "America/New_York"],
            "Dec 31, 1969"
        ),
    ])
    func `writes a date by its options`(sample: MF2Sample) throws { try sample.check() }

    @Test(arguments: [
        // A date without a zone is the same for every reader; one with an offset is not.
        MF2Sample("{|2006-07-02T00:30:00| :datetime}", "2 lug 2006, 00:30", in: "it"),
        MF2Sample("{|2006-07-02T00:30:00Z| :datetime}", "2 lug 2006, 02:30", in: "it"),
        MF2Sample(
            "{|2006-07-02T00:30:00+14:00| :datetime timeZone=input}",
            "2 lug 2006, 00:30",
            in: "it"
        ),
        MF2Sample("{|2006-07-02T00:30:00| :time timeZoneStyle=short}", "00:30 CEST", in: "it"),
        MF2Sample(
            "{|2006-01-02T00:30:00Z| :time precision=second timeZoneStyle=long}",
            "01:30:00 Ora standard dell’Europa centrale",
            in: "it"
        ),
        MF2Sample(
            "{|2006-01-02T00:30:00Z| :time timeZoneStyle=short timeZone=UTC}",
            "00:30 UTC",
            in: "it"
        ),
        MF2Sample(
            "{$t :time timeZone=input}",
            ["t": .zoned(millisecondsSince1970: 0, timeZone: "Asia/Tokyo")],
            "09:00",
            in: "it"
        ),
    ])
    func `reads the clock in the right time zone`(sample: MF2Sample) throws {
        try sample.check(timeZone: "Europe/Rome")
    }

    @Test(arguments: [
        "2006-1-2", "2006-13-01", "2006-02-29", "2023-02-29", "1900-02-29", "2006-04-31",
        "0000-01-01", "2006-01-00",
        "2006-01-02T24:00:00", "2006-01-02T15:60:00", "2006-01-02T15:04", "2006-01-02T15:04:06.",
        "2006-01-02T15:04:06.1234",
        "2006-01-02T15:04:06+14:01", "2006-01-02T15:04:06+15:00", "2006-01-02T15:04:06z",
        "2006-01-02Z", "20060102", "", "2006-01-02 15:04:06",
        "２006-01-02",
    ])
    func `refuses what is no date`(literal: String) throws {
        try MF2Sample("{|\(literal)| :datetime}", "{|\(literal)|}", errors: "bad-operand").check()
    }

    @Test(arguments: [
        MF2Sample(
            "{|2006-01-02| :date length=$l}",
            ["l": "long"],
            "Jan 2, 2006",
            errors: "bad-option"
        ),
        MF2Sample(
            "{|2006-01-02| :date length=wide fields=year}",
            "Jan 2, 2006",
            errors: "bad-option bad-option"
        ),
        MF2Sample(
            "{|2006-01-02| :time precision=$p}",
            ["p": "second"],
            "12:00\u{202F}AM",
            errors: "bad-option"
        ),
        MF2Sample(
            "{|2006-01-02| :date timeZone=|Mars/Olympus|}",
            "Jan 2, 2006",
            errors: "bad-option"
        ),
        MF2Sample("{|2006-01-02| :date timeZone=|GMT+5|}", "Jan 2, 2006", errors: "bad-option"),
        MF2Sample("{|2006-01-02| :date timeZone=input}", "Jan 2, 2006", errors: "bad-operand"),
        MF2Sample(
            "{|2006-01-02| :date calendar=mayan hour12=maybe}",
            "Jan 2, 2006",
            errors: "bad-option"
        ),
        MF2Sample("{|2006-01-02| :time hour12=maybe}", "12:00\u{202F}AM", errors: "bad-option"),
        MF2Sample("{$n :date}", ["n": 5], "{$n}", errors: "bad-operand"),
        MF2Sample("{:date}", "{:date}", errors: "bad-operand"),
    ])
    func `tells what it cannot use`(sample: MF2Sample) throws { try sample.check() }
}
