// Names of locales: their usual spelling, their likely subtags, and CLDR's parents.

#include "CICU.h"
#include "support.h"

#include <cstring>
#include <string>

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

using passo::Status;

/// Reads a whole BCP 47 tag; a tag that ICU reads only in part is refused.
static icu::Locale parsed(const char *tag, Status &status) {
    char name[ULOC_FULLNAME_CAPACITY];
    int32_t length = 0;
    UErrorCode &error = status;
    uloc_forLanguageTag(tag, name, sizeof name, &length, &error);
    if (error == U_STRING_NOT_TERMINATED_WARNING) error = U_BUFFER_OVERFLOW_ERROR;
    if (U_SUCCESS(error) && length != static_cast<int32_t>(std::strlen(tag))) {
        error = U_ILLEGAL_ARGUMENT_ERROR;
    }
    return U_SUCCESS(error) ? icu::Locale(name) : icu::Locale::getRoot();
}

static int32_t delivered(
    const icu::Locale &locale, char *buffer, int32_t capacity, Status &status) {
    if (status.failed()) return 0;
    icu::CheckedArrayByteSink sink(buffer, capacity);
    locale.toLanguageTag(sink, status);
    UErrorCode &error = status;
    if (U_SUCCESS(error) && sink.Overflowed()) error = U_BUFFER_OVERFLOW_ERROR;
    return sink.NumberOfBytesAppended();
}

int32_t passo_icu_locale_canonical(
    const char *tag, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    icu::Locale locale = parsed(tag, status);
    locale.canonicalize(status);
    return delivered(locale, buffer, capacity, status);
}

int32_t passo_icu_locale_likely(const char *tag, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    icu::Locale locale = parsed(tag, status);
    locale.addLikelySubtags(status);
    return delivered(locale, buffer, capacity, status);
}

bool passo_icu_locale_is_right_to_left(const char *tag) {
    int32_t code = 0;
    Status status(&code);
    icu::Locale locale = parsed(tag, status);
    return !status.failed() && locale.isRightToLeft();
}

/// Appends a text of the resource bundle and a line break; the names there are ASCII.
static void append(UResourceBundle *names, int32_t index, std::string &text, UErrorCode &error) {
    int32_t length = 0;
    const UChar *name = index < 0 ? ures_getString(names, &length, &error)
                                  : ures_getStringByIndex(names, index, &length, &error);
    if (U_FAILURE(error)) return;
    for (int32_t place = 0; place < length; place++) text += static_cast<char>(name[place]);
    text += '\n';
}

int32_t passo_icu_locale_parents(char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    UErrorCode &error = status;
    // Opened directly: an ordinary look-up would end in the process's locale.
    icu::LocalUResourceBundlePointer data(ures_openDirect(nullptr, "supplementalData", &error));
    icu::LocalUResourceBundlePointer parents(
        ures_getByKey(data.getAlias(), "parentLocales", nullptr, &error));
    std::string text;
    int32_t count = U_SUCCESS(error) ? ures_getSize(parents.getAlias()) : 0;
    for (int32_t index = 0; index < count && U_SUCCESS(error); index++) {
        icu::LocalUResourceBundlePointer children(
            ures_getByIndex(parents.getAlias(), index, nullptr, &error));
        if (U_FAILURE(error)) break;
        text += '>';
        text += ures_getKey(children.getAlias());
        text += '\n';
        if (ures_getType(children.getAlias()) == URES_STRING) {
            append(children.getAlias(), -1, text, error);
            continue;
        }
        int32_t size = ures_getSize(children.getAlias());
        for (int32_t child = 0; child < size; child++) {
            append(children.getAlias(), child, text, error);
        }
    }
    if (U_FAILURE(error)) return 0;
    if (text.size() > static_cast<size_t>(capacity)) error = U_BUFFER_OVERFLOW_ERROR;
    else std::memcpy(buffer, text.data(), text.size());
    return static_cast<int32_t>(text.size());
}
