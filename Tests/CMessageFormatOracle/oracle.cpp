#include "CMessageFormatOracle.h"

#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/decimfmt.h>
#include <unicode/listformatter.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>
#include <unicode/timezone.h>

namespace {

/// Default time zone and number formats belong to the whole process, so one caller at a time.
std::mutex oneAtATime;

using Formats =
    std::map<std::pair<std::string, UNumberFormatStyle>, std::unique_ptr<icu::NumberFormat>>;

const char *const alignedLocales[] = {
    "en", "da", "pl", "pt", "pt_PT", "it", "es", "de", "fr", "cs"};

/// The plain number and percent formats of some locales with groups always marked.
Formats makeAlignedFormats() {
    Formats formats;
    for (const char *name : alignedLocales) {
        for (UNumberFormatStyle style : {UNUM_DECIMAL, UNUM_PERCENT}) {
            UErrorCode error = U_ZERO_ERROR;
            auto &format = formats[{name, style}];
            format.reset(icu::NumberFormat::createInstance(icu::Locale(name), style, error));
            auto decimal = dynamic_cast<icu::DecimalFormat *>(format.get());
            if (decimal != nullptr) decimal->setMinimumGroupingDigits(1);
        }
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
        for (const char *name : alignedLocales) names.emplace_back(name);
    }

    UBool visible() const override { return true; }

    const icu::UnicodeString *getSupportedIDs(int32_t &count, UErrorCode &) const override {
        count = static_cast<int32_t>(names.size());
        return names.data();
    }

    icu::NumberFormat *createFormat(const icu::Locale &locale, UNumberFormatStyle style) override {
        auto found = formats.find({locale.getName(), style});
        return found == formats.end() ? nullptr : found->second->clone();
    }

private:
    const Formats &formats;
    std::vector<icu::UnicodeString> names;
};

/// Has the factory registered or not; registering costs far more than formatting, so it stays until
/// somebody asks otherwise.
void setAligned(bool aligned) {
    static const Formats formats = makeAlignedFormats();
    static URegistryKey key = nullptr;
    UErrorCode error = U_ZERO_ERROR;
    if (aligned && key == nullptr) {
        key = icu::NumberFormat::registerFactory(new AlignedNumbers(formats), error);
    } else if (!aligned && key != nullptr) {
        icu::NumberFormat::unregister(key, error);
        key = nullptr;
    }
}

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
    setAligned(aligned);
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

int32_t passo_oracle_list(
    const char *items, int32_t count, const char *locale, bool alternatives, char *buffer,
    int32_t capacity, int32_t *length) {
    UErrorCode error = U_ZERO_ERROR;
    auto type = alternatives ? ULISTFMT_TYPE_OR : ULISTFMT_TYPE_AND;
    std::unique_ptr<icu::ListFormatter> lists(icu::ListFormatter::createInstance(
        icu::Locale(locale), type, ULISTFMT_WIDTH_WIDE, error));
    std::vector<icu::UnicodeString> texts;
    for (int32_t index = 0; index < count; index++) {
        texts.push_back(icu::UnicodeString::fromUTF8(items));
        items += std::strlen(items) + 1;
    }
    icu::UnicodeString text;
    if (U_SUCCESS(error)) lists->format(texts.data(), count, text, error);
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
