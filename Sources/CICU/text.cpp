// Counting, normalizing and folding.

#include "CICU.h"
#include "support.h"

#include <cstring>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

using passo::Status;

struct passo_icu_breaks {
    std::unique_ptr<icu::BreakIterator> iterator;
    UText text = UTEXT_INITIALIZER;
    ~passo_icu_breaks() { utext_close(&text); }
};

static int32_t written(const UVersionInfo version, char *buffer, int32_t capacity) {
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, text);
    auto length = static_cast<int32_t>(std::strlen(text));
    if (length > capacity) return 0;
    std::memcpy(buffer, text, static_cast<size_t>(length));
    return length;
}

const char *passo_icu_status_name(int32_t status) {
    return u_errorName(static_cast<UErrorCode>(status));
}

int32_t passo_icu_version(char *buffer, int32_t capacity) {
    UVersionInfo version;
    u_getVersion(version);
    return written(version, buffer, capacity);
}

int32_t passo_icu_unicode_version(char *buffer, int32_t capacity) {
    UVersionInfo version;
    u_getUnicodeVersion(version);
    return written(version, buffer, capacity);
}

passo_icu_breaks *passo_icu_breaks_open(int32_t *code) {
    Status status(code);
    if (status.failed()) return nullptr;
    auto breaks = std::make_unique<passo_icu_breaks>();
    breaks->iterator.reset(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    return status.failed() ? nullptr : breaks.release();
}

void passo_icu_breaks_close(passo_icu_breaks *breaks) { delete breaks; }

static bool attach(passo_icu_breaks *breaks, const char *text, int64_t length, Status &status) {
    // A break iterator numbers its boundaries with 32 bits.
    if (length > INT32_MAX) static_cast<UErrorCode &>(status) = U_INDEX_OUTOFBOUNDS_ERROR;
    if (status.failed()) return false;
    utext_openUTF8(&breaks->text, text, length, &static_cast<UErrorCode &>(status));
    if (status.failed()) return false;
    breaks->iterator->setText(&breaks->text, status);
    return !status.failed();
}

passo_icu_clusters passo_icu_breaks_count(
    passo_icu_breaks *breaks, const char *text, int64_t length, int64_t stop_after, int32_t *code) {
    Status status(code);
    passo_icu_clusters result = {0, 0};
    if (status.failed() || !attach(breaks, text, length, status)) return result;
    int32_t start = breaks->iterator->first();
    for (int32_t end; (end = breaks->iterator->next()) != icu::BreakIterator::DONE; start = end) {
        if (end - start > result.heaviest_bytes) result.heaviest_bytes = end - start;
        if (++result.characters > stop_after) break;
    }
    return result;
}

bool passo_icu_is_nfc(const char *text, int32_t length, int32_t *code) {
    Status status(code);
    if (status.failed()) return false;
    const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
    return !status.failed() && nfc->isNormalizedUTF8(icu::StringPiece(text, length), status);
}

int32_t passo_icu_nfc(
    const char *text, int32_t length, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
    if (status.failed()) return 0;
    icu::CheckedArrayByteSink sink(buffer, capacity);
    nfc->normalizeUTF8(0, icu::StringPiece(text, length), sink, nullptr, status);
    if (status.failed()) return 0;
    if (sink.Overflowed()) static_cast<UErrorCode &>(status) = U_BUFFER_OVERFLOW_ERROR;
    return sink.NumberOfBytesAppended();
}

int32_t passo_icu_fold(
    const char *text, int32_t length, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    const icu::Normalizer2 *nfd = icu::Normalizer2::getNFDInstance(status);
    const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
    if (status.failed()) return 0;
    icu::UnicodeString decomposed = nfd->normalize(passo::decoded(text, length), status);
    decomposed.foldCase(U_FOLD_CASE_DEFAULT);
    return passo::deliver(nfc->normalize(decomposed, status), buffer, capacity, status);
}

bool passo_icu_is_white_space(uint32_t scalar) {
    return u_isUWhiteSpace(static_cast<UChar32>(scalar));
}
