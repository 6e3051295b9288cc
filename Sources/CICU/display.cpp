// Dates, lists and collation.

#include "CICU.h"
#include "support.h"

#include <cstring>
#include <memory>
#include <vector>

#include <unicode/coll.h>
#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/listformatter.h>
#include <unicode/smpdtfmt.h>

using passo::Status;

struct passo_icu_dates {
    std::unique_ptr<icu::DateFormat> format;
};

static passo_icu_dates *adopt(icu::DateFormat *format, const char *zone, Status &status) {
    std::unique_ptr<icu::DateFormat> owned(format);
    if (!status.failed() && owned == nullptr) {
        static_cast<UErrorCode &>(status) = U_MISSING_RESOURCE_ERROR;
    }
    if (status.failed()) return nullptr;
    owned->adoptTimeZone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
    return new passo_icu_dates{std::move(owned)};
}

passo_icu_dates *passo_icu_dates_open(
    const char *locale, const char *zone, int32_t date_style, int32_t time_style, int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    auto date = static_cast<icu::DateFormat::EStyle>(date_style);
    auto time = static_cast<icu::DateFormat::EStyle>(time_style);
    icu::Locale place = passo::localeOf(locale, status);
    if (status.failed()) return nullptr;
    icu::DateFormat *format =
        time_style < 0   ? icu::DateFormat::createDateInstance(date, place)
        : date_style < 0 ? icu::DateFormat::createTimeInstance(time, place)
                         : icu::DateFormat::createDateTimeInstance(date, time, place);
    return adopt(format, zone, status);
}

passo_icu_dates *passo_icu_dates_open_skeleton(
    const char *locale, const char *zone, const char *skeleton, int32_t length, int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    icu::DateFormat *format = icu::DateFormat::createInstanceForSkeleton(
        passo::decoded(skeleton, length), passo::localeOf(locale, status), status);
    return adopt(format, zone, status);
}

void passo_icu_dates_close(passo_icu_dates *dates) { delete dates; }

int32_t passo_icu_dates_format(
    const passo_icu_dates *dates, int64_t milliseconds, char *buffer, int32_t capacity,
    int32_t *code) {
    Status status(code);
    icu::UnicodeString text;
    dates->format->format(static_cast<UDate>(milliseconds), text);
    return passo::deliver(text, buffer, capacity, status);
}

int32_t passo_icu_dates_pattern(
    const passo_icu_dates *dates, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    icu::UnicodeString text;
    auto simple = dynamic_cast<const icu::SimpleDateFormat *>(dates->format.get());
    if (simple != nullptr && std::strcmp(simple->getCalendar()->getType(), "gregorian") == 0) {
        simple->toPattern(text);
    }
    return passo::deliver(text, buffer, capacity, status);
}

struct passo_icu_lists {
    std::unique_ptr<icu::ListFormatter> format;
};

passo_icu_lists *passo_icu_lists_open(const char *locale, int32_t kind, int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    auto lists = std::make_unique<passo_icu_lists>();
    lists->format.reset(icu::ListFormatter::createInstance(
        passo::localeOf(locale, status), static_cast<UListFormatterType>(kind), ULISTFMT_WIDTH_WIDE, status));
    return status.failed() ? nullptr : lists.release();
}

void passo_icu_lists_close(passo_icu_lists *lists) { delete lists; }

int32_t passo_icu_lists_format(
    const passo_icu_lists *lists, const char *items, const int32_t *lengths, int32_t count,
    char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    std::vector<icu::UnicodeString> texts;
    texts.reserve(static_cast<size_t>(count));
    for (int32_t index = 0; index < count; items += lengths[index++]) {
        texts.push_back(passo::decoded(items, lengths[index]));
    }
    icu::UnicodeString joined;
    lists->format->format(texts.data(), static_cast<int32_t>(texts.size()), joined, status);
    return passo::deliver(joined, buffer, capacity, status);
}

struct passo_icu_collator {
    std::unique_ptr<icu::Collator> collator;
};

passo_icu_collator *passo_icu_collator_open(const char *locale, int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    auto result = std::make_unique<passo_icu_collator>();
    result->collator.reset(icu::Collator::createInstance(passo::localeOf(locale, status), status));
    return status.failed() ? nullptr : result.release();
}

void passo_icu_collator_close(passo_icu_collator *collator) { delete collator; }

int32_t passo_icu_collator_compare(
    const passo_icu_collator *collator, const char *left, int32_t left_length, const char *right,
    int32_t right_length, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    return collator->collator->compareUTF8(
        icu::StringPiece(left, left_length), icu::StringPiece(right, right_length), status);
}
