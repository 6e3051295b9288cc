// What the parts of the shim share; not part of its public header.
#ifndef PASSO_CICU_SUPPORT_H
#define PASSO_CICU_SUPPORT_H

#include <stdint.h>

#include <unicode/bytestream.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/utypes.h>

namespace passo {

/// Lets ICU write to an `int32_t` of the public header, whatever type it enumerates errors with.
class Status {
public:
    explicit Status(int32_t *code) : code(code), error(static_cast<UErrorCode>(*code)) {}
    ~Status() { *code = U_FAILURE(error) ? static_cast<int32_t>(error) : 0; }
    Status(const Status &) = delete;
    Status &operator=(const Status &) = delete;

    operator UErrorCode &() { return error; }
    bool failed() const { return U_FAILURE(error); }

private:
    int32_t *code;
    UErrorCode error;
};

/// The locale of a name; a name that ICU cannot read is an error.
///
/// Some of ICU's functions (PluralRules::forLocale) crash with the locale of such a name.
inline icu::Locale localeOf(const char *name, Status &status) {
    icu::Locale locale(name);
    UErrorCode &error = status;
    if (!locale.isBogus()) return locale;
    if (U_SUCCESS(error)) error = U_ILLEGAL_ARGUMENT_ERROR;
    return icu::Locale::getRoot();
}

/// Writes as UTF-8 what fits and returns the length that would be needed.
inline int32_t deliver(
    const icu::UnicodeString &text, char *buffer, int32_t capacity, Status &status) {
    if (status.failed()) return 0;
    icu::CheckedArrayByteSink sink(buffer, capacity);
    text.toUTF8(sink);
    UErrorCode &error = status;
    if (sink.Overflowed()) error = U_BUFFER_OVERFLOW_ERROR;
    return sink.NumberOfBytesAppended();
}

inline icu::UnicodeString decoded(const char *text, int32_t length) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text, length));
}

}  // namespace passo

#endif
