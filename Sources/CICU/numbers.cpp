// Plural rules and numbers.

#include "CICU.h"
#include "support.h"

#include <algorithm>
#include <memory>
#include <string>

#include <unicode/decimfmt.h>
#include <unicode/dcfmtsym.h>
#include <unicode/numberformatter.h>
#include <unicode/numsys.h>
#include <unicode/formattedvalue.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

using passo::Status;

struct passo_icu_plurals {
    std::unique_ptr<icu::PluralRules> rules;
};

passo_icu_plurals *passo_icu_plurals_open(const char *locale, bool ordinal, int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    auto plurals = std::make_unique<passo_icu_plurals>();
    auto type = ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL;
    icu::Locale place = passo::localeOf(locale, status);
    plurals->rules.reset(icu::PluralRules::forLocale(place, type, status));
    return status.failed() ? nullptr : plurals.release();
}

void passo_icu_plurals_close(passo_icu_plurals *plurals) { delete plurals; }

/// The name of the set of rules of a locale or the nearest parent that has one; empty if none has.
static std::string ruleSet(const UResourceBundle *sets, const char *locale) {
    char name[ULOC_FULLNAME_CAPACITY] = "";
    UErrorCode error = U_ZERO_ERROR;
    uloc_getBaseName(locale, name, ULOC_FULLNAME_CAPACITY, &error);
    while (U_SUCCESS(error) && name[0] != 0) {
        UErrorCode missing = U_ZERO_ERROR;
        int32_t length = 0;
        const UChar *set = ures_getStringByKey(sets, name, &length, &missing);
        if (U_SUCCESS(missing)) {
            std::string result;
            icu::UnicodeString(false, set, length).toUTF8String(result);
            return result;
        }
        char parent[ULOC_FULLNAME_CAPACITY];
        uloc_getParent(name, parent, ULOC_FULLNAME_CAPACITY, &error);
        std::copy(std::begin(parent), std::end(parent), std::begin(name));
    }
    return "";
}

int32_t passo_icu_plural_rules(
    const char *locale, bool ordinal, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    UErrorCode &error = status;
    icu::LocalUResourceBundlePointer all(ures_openDirect(nullptr, "plurals", &error));
    const char *sets = ordinal ? "locales_ordinals" : "locales";
    icu::LocalUResourceBundlePointer names(ures_getByKey(all.getAlias(), sets, nullptr, &error));
    if (status.failed()) return 0;
    icu::UnicodeString text;
    icu::Locale place = passo::localeOf(locale, status);
    if (status.failed()) return 0;
    std::string set = ruleSet(names.getAlias(), place.getName());
    if (!set.empty()) {
        icu::LocalUResourceBundlePointer rules(
            ures_getByKey(all.getAlias(), "rules", nullptr, &error));
        icu::LocalUResourceBundlePointer own(
            ures_getByKey(rules.getAlias(), set.c_str(), nullptr, &error));
        while (!status.failed() && ures_hasNext(own.getAlias())) {
            const char *key = nullptr;
            icu::UnicodeString rule = icu::ures_getNextUnicodeString(own.getAlias(), &key, &error);
            if (key != nullptr) text.append(icu::UnicodeString(key, -1, US_INV));
            text.append(u": ").append(rule).append(u';');
        }
    }
    return passo::deliver(text, buffer, capacity, status);
}

/// The number of a category, by the letters of its keyword that tell it apart.
static int32_t categoryOf(const icu::UnicodeString &keyword) {
    switch (keyword.charAt(0)) {
    case u'z': return 0;
    case u't': return 2;
    case u'f': return 3;
    case u'm': return 4;
    default: return keyword.charAt(1) == u'n' ? 1 : 5;
    }
}

/// The category of a number whose visible digits are those of its decimal text, which may end in
/// an exponent of compact notation.
static int32_t categoryOf(
    const passo_icu_plurals *plurals, std::string text, UErrorCode &error) {
    auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale::getEnglish());
    size_t exponent = text.find('c');
    size_t point = text.find('.');
    int32_t fraction = 0;
    if (point != std::string::npos) {
        fraction = static_cast<int32_t>(std::min(exponent, text.size()) - point - 1);
    }
    if (exponent != std::string::npos) {
        text[exponent] = 'E';
        formatter = formatter.notation(icu::number::Notation::compactShort());
    }
    auto number = formatter.precision(icu::number::Precision::fixedFraction(fraction))
                      .formatDecimal(text, error);
    if (U_FAILURE(error)) return 5;
    return categoryOf(plurals->rules->select(number, error));
}

int32_t passo_icu_plurals_integer(
    const passo_icu_plurals *plurals, int64_t value, int32_t *code) {
    Status status(code);
    if (status.failed()) return 5;
    if (value >= INT32_MIN && value <= INT32_MAX) {
        return categoryOf(plurals->rules->select(static_cast<int32_t>(value)));
    }
    return categoryOf(plurals, std::to_string(value), status);
}

int32_t passo_icu_plurals_double(
    const passo_icu_plurals *plurals, double value, int32_t *code) {
    Status status(code);
    return status.failed() ? 5 : categoryOf(plurals->rules->select(value));
}

int32_t passo_icu_plurals_decimal(
    const passo_icu_plurals *plurals, const char *digits, int32_t length, int32_t *code) {
    Status status(code);
    if (status.failed()) return 5;
    return categoryOf(plurals, std::string(digits, static_cast<size_t>(length)), status);
}

int32_t passo_icu_plurals_categories(const passo_icu_plurals *plurals, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    std::unique_ptr<icu::StringEnumeration> keywords(plurals->rules->getKeywords(status));
    int32_t categories = 0;
    while (!status.failed()) {
        const icu::UnicodeString *keyword = keywords->snext(status);
        if (keyword == nullptr) break;
        categories |= 1 << categoryOf(*keyword);
    }
    return categories;
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
                         .locale(passo::localeOf(locale, status));
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

int32_t passo_icu_numbers_fields(
    const passo_icu_numbers *numbers, const char *digits, int32_t length, char *buffer,
    int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    auto number = numbers->formatter.formatDecimal(icu::StringPiece(digits, length), status);
    icu::UnicodeString text = number.toString(status);
    // A field that lies in another one, as a separator in the integer, comes after it.
    std::u16string fields(static_cast<size_t>(text.length()), u'n');
    icu::ConstrainedFieldPosition position;
    while (!status.failed() && number.nextPosition(position, status)) {
        if (position.getCategory() != UFIELD_CATEGORY_NUMBER) continue;
        auto letter = static_cast<char16_t>(u'a' + position.getField());
        bool isInner = position.getField() == UNUM_GROUPING_SEPARATOR_FIELD;
        for (int32_t place = position.getStart(); place < position.getLimit(); place++) {
            char16_t &field = fields[static_cast<size_t>(place)];
            if (field == u'n' || isInner) field = letter;
        }
    }
    icu::UnicodeString all;
    for (int32_t start = 0, end = 0; start < text.length(); start = end) {
        char16_t field = fields[static_cast<size_t>(start)];
        while (end < text.length() && fields[static_cast<size_t>(end)] == field) end++;
        all.append(field).append(text, start, end - start).append(u'\0');
    }
    return passo::deliver(all, buffer, capacity, status);
}

int32_t passo_icu_currency_digits(const char *name, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    icu::UnicodeString currency = icu::UnicodeString::fromUTF8(name);
    UErrorCode &error = status;
    return ucurr_getDefaultFractionDigits(currency.getTerminatedBuffer(), &error);
}

/// Whether the first number with a separator has one more digit than the last group.
static bool groupsEarly(const icu::Locale &locale, int32_t digits, const icu::UnicodeString &mark,
                        Status &status) {
    int64_t value = 1;
    for (int32_t digit = 0; digit < digits && digit < 9; digit++) value *= 10;
    auto number = icu::number::NumberFormatter::withLocale(locale).formatInt(value, status);
    return number.toString(status).indexOf(mark) >= 0;
}

int32_t passo_icu_number_symbols(
    const char *name, char *buffer, int32_t capacity, passo_icu_number_groups *groups,
    int32_t *code) {
    Status status(code);
    *groups = {0, 0, 1};
    if (status.failed()) return 0;
    icu::Locale locale = passo::localeOf(name, status);
    std::unique_ptr<icu::NumberFormat> format(icu::NumberFormat::createInstance(locale, status));
    if (status.failed()) return 0;
    auto decimal = dynamic_cast<icu::DecimalFormat *>(format.get());
    if (decimal == nullptr) {
        static_cast<UErrorCode &>(status) = U_UNSUPPORTED_ERROR;
        return 0;
    }
    using Symbols = icu::DecimalFormatSymbols;
    const Symbols *symbols = decimal->getDecimalFormatSymbols();
    icu::UnicodeString all, mark = symbols->getConstSymbol(Symbols::kGroupingSeparatorSymbol);
    groups->primary = decimal->getGroupingSize();
    groups->secondary = decimal->getSecondaryGroupingSize();
    groups->minimum = groupsEarly(locale, groups->primary, mark, status) ? 1 : 2;
    for (int32_t digit = 0; digit < 10; digit++) {
        all.append(symbols->getConstDigitSymbol(digit)).append(u'\0');
    }
    all.append(mark).append(u'\0');
    all.append(symbols->getConstSymbol(Symbols::kMinusSignSymbol)).append(u'\0');
    all.append(symbols->getConstSymbol(Symbols::kDecimalSeparatorSymbol)).append(u'\0');
    return passo::deliver(all, buffer, capacity, status);
}
