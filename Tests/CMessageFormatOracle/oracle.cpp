#include "CMessageFormatOracle.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/decimfmt.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>
#include <unicode/timezone.h>

namespace {

/// Default time zone and number formats belong to the whole process, so one caller at a time.
std::mutex oneAtATime;

using Formats = std::map<std::string, std::unique_ptr<icu::NumberFormat>>;

/// The plain number formats of some locales with groups always marked.
Formats makeAlignedFormats() {
    Formats formats;
    for (const char *name : {"en", "da", "pl", "pt", "pt_PT", "it", "es", "de", "fr", "cs"}) {
        UErrorCode error = U_ZERO_ERROR;
        formats[name].reset(
            icu::NumberFormat::createInstance(icu::Locale(name), UNUM_DECIMAL, error));
        auto decimal = dynamic_cast<icu::DecimalFormat *>(formats[name].get());
        if (decimal != nullptr) decimal->setMinimumGroupingDigits(1);
    }
    return formats;
}

/// Hands out the aligned formats.
///
/// MessageFormat offers no way to set the format of `#`; it asks NumberFormat for the locale's, and
/// NumberFormat asks registered factories first.
class AlignedNumbers : public icu::NumberFormatFactory {
public:
    explicit AlignedNumbers(const Formats &formats) : formats(formats) {
        for (auto &[name, format] : formats) names.emplace_back(name.c_str());
    }

    UBool visible() const override { return true; }

    const icu::UnicodeString *getSupportedIDs(int32_t &count, UErrorCode &) const override {
        count = static_cast<int32_t>(names.size());
        return names.data();
    }

    icu::NumberFormat *createFormat(const icu::Locale &locale, UNumberFormatStyle style) override {
        auto found = formats.find(locale.getName());
        if (style != UNUM_DECIMAL || found == formats.end()) return nullptr;
        return found->second->clone();
    }

private:
    const Formats &formats;
    std::vector<icu::UnicodeString> names;
};

/// Registers the factory for the duration of one formatting.
class AlignedScope {
public:
    explicit AlignedScope(bool aligned) {
        static const Formats formats = makeAlignedFormats();
        UErrorCode error = U_ZERO_ERROR;
        if (aligned) key = icu::NumberFormat::registerFactory(new AlignedNumbers(formats), error);
    }
    ~AlignedScope() {
        UErrorCode error = U_ZERO_ERROR;
        if (key != nullptr) icu::NumberFormat::unregister(key, error);
    }

private:
    URegistryKey key = nullptr;
};

icu::Formattable value(const passo_oracle_argument &argument) {
    switch (argument.kind) {
    case PASSO_ORACLE_INTEGER: return icu::Formattable(static_cast<int64_t>(argument.integer));
    case PASSO_ORACLE_DOUBLE: return icu::Formattable(argument.number);
    case PASSO_ORACLE_DATE:
        return icu::Formattable(
            static_cast<UDate>(argument.integer), icu::Formattable::kIsDate);
    default: return icu::Formattable(icu::UnicodeString::fromUTF8(argument.text));
    }
}

}  // namespace

int32_t passo_oracle_format(
    const char *pattern, const char *locale, const char *time_zone, bool aligned,
    const passo_oracle_argument *arguments, int32_t count, char *buffer, int32_t capacity,
    int32_t *length) {
    std::lock_guard<std::mutex> lock(oneAtATime);
    AlignedScope scope(aligned);
    icu::TimeZone::adoptDefault(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(time_zone)));
    *length = 0;
    UErrorCode error = U_ZERO_ERROR;
    icu::MessageFormat message(
        icu::UnicodeString::fromUTF8(pattern), icu::Locale(locale), error);
    if (U_FAILURE(error)) return error;
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (int32_t index = 0; index < count; index++) {
        names.push_back(icu::UnicodeString::fromUTF8(arguments[index].name));
        values.push_back(value(arguments[index]));
    }
    icu::UnicodeString text;
    message.format(names.data(), values.data(), count, text, error);
    if (U_FAILURE(error)) return error;
    icu::CheckedArrayByteSink sink(buffer, capacity);
    text.toUTF8(sink);
    *length = sink.NumberOfBytesAppended();
    return U_ZERO_ERROR;
}

int32_t passo_oracle_parse(const char *pattern, const char *locale) {
    UErrorCode error = U_ZERO_ERROR;
    icu::MessageFormat message(
        icu::UnicodeString::fromUTF8(pattern), icu::Locale(locale), error);
    return U_FAILURE(error) ? error : U_ZERO_ERROR;
}

const char *passo_oracle_status_name(int32_t status) {
    return u_errorName(static_cast<UErrorCode>(status));
}
