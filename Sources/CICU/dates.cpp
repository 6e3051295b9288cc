// What dates are put together from: names, and the offsets of time zones.

#include "CICU.h"
#include "support.h"

#include <memory>

#include <unicode/basictz.h>
#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

using passo::Status;
using Symbols = icu::DateFormatSymbols;

static void add(icu::UnicodeString &all, const icu::UnicodeString *texts, int32_t count, int32_t due) {
    for (int32_t index = 0; index < due; index++) {
        if (index < count) all.append(texts[index]);
        all.append(u'\0');
    }
}

static void addNumbers(icu::UnicodeString &all, const icu::Locale &locale, Status &status) {
    icu::DecimalFormatSymbols symbols(locale, status);
    for (int32_t digit = 0; digit < 10; digit++) {
        add(all, &symbols.getConstDigitSymbol(digit), 1, 1);
    }
    add(all, &symbols.getConstSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol), 1, 1);
}

static void addNames(icu::UnicodeString &all, const Symbols &symbols, Symbols::DtContextType context) {
    int32_t count = 0;
    for (auto width : {Symbols::ABBREVIATED, Symbols::WIDE}) {
        const icu::UnicodeString *names = symbols.getQuarters(count, context, width);
        add(all, names, count, 4);
    }
    for (auto width : {Symbols::ABBREVIATED, Symbols::WIDE, Symbols::NARROW}) {
        const icu::UnicodeString *names = symbols.getMonths(count, context, width);
        add(all, names, count, 12);
    }
    for (auto width : {Symbols::ABBREVIATED, Symbols::WIDE, Symbols::NARROW, Symbols::SHORT}) {
        const icu::UnicodeString *names = symbols.getWeekdays(count, context, width);
        // The first of the eight is empty: weekdays count from one.
        add(all, count > 0 ? names + 1 : names, count - 1, 7);
    }
}

int32_t passo_icu_date_symbols(
    const char *name, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    icu::Locale locale = passo::localeOf(name, status);
    if (status.failed()) return 0;
    Symbols symbols(locale, "gregorian", status);
    icu::UnicodeString all;
    addNumbers(all, locale, status);
    if (status.failed()) return 0;
    int32_t count = 0;
    const icu::UnicodeString *names = symbols.getAmPmStrings(count);
    add(all, names, count, 2);
    names = symbols.getEras(count);
    add(all, names, count, 2);
    names = symbols.getEraNames(count);
    add(all, names, count, 2);
    names = symbols.getNarrowEras(count);
    add(all, names, count, 2);
    addNames(all, symbols, Symbols::FORMAT);
    addNames(all, symbols, Symbols::STANDALONE);
    return passo::deliver(all, buffer, capacity, status);
}

struct passo_icu_zone {
    std::unique_ptr<icu::TimeZone> zone;
};

passo_icu_zone *passo_icu_zone_open(const char *name, int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    icu::UnicodeString id = icu::UnicodeString::fromUTF8(name), canonical;
    UBool isSystem = false;
    icu::TimeZone::getCanonicalID(id, canonical, isSystem, status);
    if (!status.failed() && canonical == icu::UnicodeString(u"Etc/Unknown")) {
        static_cast<UErrorCode &>(status) = U_ILLEGAL_ARGUMENT_ERROR;
    }
    if (status.failed()) return nullptr;
    auto result = std::make_unique<passo_icu_zone>();
    result->zone.reset(icu::TimeZone::createTimeZone(id));
    if (result->zone == nullptr) static_cast<UErrorCode &>(status) = U_MEMORY_ALLOCATION_ERROR;
    return status.failed() ? nullptr : result.release();
}

void passo_icu_zone_close(passo_icu_zone *zone) { delete zone; }

int32_t passo_icu_zone_offset(const passo_icu_zone *zone, int64_t milliseconds, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    int32_t raw = 0, daylight = 0;
    zone->zone->getOffset(static_cast<UDate>(milliseconds), false, raw, daylight, status);
    return raw + daylight;
}

int32_t passo_icu_zone_changes(
    const passo_icu_zone *zone, int64_t after, int64_t until, int64_t *instants, int32_t *offsets,
    int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    auto basic = dynamic_cast<const icu::BasicTimeZone *>(zone->zone.get());
    if (basic == nullptr) {
        static_cast<UErrorCode &>(status) = U_UNSUPPORTED_ERROR;
        return 0;
    }
    int32_t count = 0;
    icu::TimeZoneTransition change;
    auto time = static_cast<UDate>(after);
    while (basic->getNextTransition(time, false, change)) {
        time = change.getTime();
        if (time > static_cast<UDate>(until)) break;
        if (count == capacity) {
            static_cast<UErrorCode &>(status) = U_BUFFER_OVERFLOW_ERROR;
            return 0;
        }
        instants[count] = static_cast<int64_t>(time);
        offsets[count] = change.getTo()->getRawOffset() + change.getTo()->getDSTSavings();
        count++;
    }
    return count;
}
