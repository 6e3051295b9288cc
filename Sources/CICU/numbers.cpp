// Plural rules and numbers.

#include "CICU.h"
#include "support.h"

#include <memory>
#include <string>

#include <unicode/decimfmt.h>
#include <unicode/dcfmtsym.h>
#include <unicode/numberformatter.h>
#include <unicode/numsys.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>

using passo::Status;

struct passo_icu_plurals {
    std::unique_ptr<icu::PluralRules> rules;
};

passo_icu_plurals *passo_icu_plurals_open(const char *locale, bool ordinal, int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    auto plurals = std::make_unique<passo_icu_plurals>();
    auto type = ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL;
    plurals->rules.reset(icu::PluralRules::forLocale(icu::Locale(locale), type, status));
    return status.failed() ? nullptr : plurals.release();
}

void passo_icu_plurals_close(passo_icu_plurals *plurals) { delete plurals; }

/// The category of a number whose visible digits are those of its decimal text.
static icu::UnicodeString category(
    const passo_icu_plurals *plurals, const char *digits, int32_t length, Status &status) {
    std::string text(digits, static_cast<size_t>(length));
    size_t point = text.find('.');
    int32_t fraction =
        point == std::string::npos ? 0 : static_cast<int32_t>(text.size() - point - 1);
    auto number = icu::number::NumberFormatter::withLocale(icu::Locale::getRoot())
                      .precision(icu::number::Precision::fixedFraction(fraction))
                      .formatDecimal(text, status);
    if (status.failed()) return {};
    return plurals->rules->select(number, status);
}

int32_t passo_icu_plurals_integer(
    const passo_icu_plurals *plurals, int64_t value, char *buffer, int32_t capacity,
    int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    if (value >= INT32_MIN && value <= INT32_MAX) {
        return passo::deliver(
            plurals->rules->select(static_cast<int32_t>(value)), buffer, capacity, status);
    }
    std::string digits = std::to_string(value);
    auto length = static_cast<int32_t>(digits.size());
    return passo::deliver(
        category(plurals, digits.data(), length, status), buffer, capacity, status);
}

int32_t passo_icu_plurals_double(
    const passo_icu_plurals *plurals, double value, char *buffer, int32_t capacity,
    int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    return passo::deliver(plurals->rules->select(value), buffer, capacity, status);
}

int32_t passo_icu_plurals_decimal(
    const passo_icu_plurals *plurals, const char *digits, int32_t length, char *buffer,
    int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    return passo::deliver(category(plurals, digits, length, status), buffer, capacity, status);
}

int32_t passo_icu_plurals_keywords(
    const passo_icu_plurals *plurals, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    std::unique_ptr<icu::StringEnumeration> keywords(plurals->rules->getKeywords(status));
    icu::UnicodeString joined;
    while (!status.failed()) {
        const icu::UnicodeString *keyword = keywords->snext(status);
        if (keyword == nullptr) break;
        if (!joined.isEmpty()) joined.append(u' ');
        joined.append(*keyword);
    }
    return passo::deliver(joined, buffer, capacity, status);
}

struct passo_icu_numbers {
    icu::number::LocalizedNumberFormatter formatter;
};

passo_icu_numbers *passo_icu_numbers_open(
    const char *locale, const char *skeleton, int32_t length, int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    auto formatter = icu::number::NumberFormatter::forSkeleton(
                         passo::decoded(skeleton, length), status)
                         .locale(icu::Locale(locale));
    // Formatting once resolves the locale's data, so that a mistake shows here, not later.
    formatter.formatInt(0, status);
    if (status.failed()) return nullptr;
    return new passo_icu_numbers{std::move(formatter)};
}

void passo_icu_numbers_close(passo_icu_numbers *numbers) { delete numbers; }

int32_t passo_icu_numbers_integer(
    const passo_icu_numbers *numbers, int64_t value, char *buffer, int32_t capacity,
    int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    auto number = numbers->formatter.formatInt(value, status);
    return passo::deliver(number.toString(status), buffer, capacity, status);
}

int32_t passo_icu_numbers_double(
    const passo_icu_numbers *numbers, double value, char *buffer, int32_t capacity,
    int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    auto number = numbers->formatter.formatDouble(value, status);
    return passo::deliver(number.toString(status), buffer, capacity, status);
}

int32_t passo_icu_numbers_decimal(
    const passo_icu_numbers *numbers, const char *digits, int32_t length, char *buffer,
    int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    auto number = numbers->formatter.formatDecimal(icu::StringPiece(digits, length), status);
    return passo::deliver(number.toString(status), buffer, capacity, status);
}

int32_t passo_icu_number_symbols(
    const char *name, char *buffer, int32_t capacity, int32_t *primary, int32_t *secondary,
    int32_t *code) {
    Status status(code);
    *primary = *secondary = 0;
    if (status.failed()) return 0;
    icu::Locale locale(name);
    std::unique_ptr<icu::NumberFormat> format(icu::NumberFormat::createInstance(locale, status));
    if (status.failed()) return 0;
    auto decimal = dynamic_cast<icu::DecimalFormat *>(format.get());
    if (decimal == nullptr) {
        static_cast<UErrorCode &>(status) = U_UNSUPPORTED_ERROR;
        return 0;
    }
    *primary = decimal->getGroupingSize();
    *secondary = decimal->getSecondaryGroupingSize();
    const icu::DecimalFormatSymbols *symbols = decimal->getDecimalFormatSymbols();
    icu::UnicodeString all;
    for (int32_t digit = 0; digit < 10; digit++) {
        all.append(symbols->getConstDigitSymbol(digit)).append(u'\0');
    }
    all.append(symbols->getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol));
    all.append(u'\0');
    all.append(symbols->getConstSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol));
    all.append(u'\0');
    return passo::deliver(all, buffer, capacity, status);
}
