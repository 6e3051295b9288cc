// The marks that a language writes around what is quoted.

#include "CICU.h"
#include "support.h"

#include <unicode/ulocdata.h>

using passo::Status;

int32_t passo_icu_quotation_marks(
    const char *locale, char *buffer, int32_t capacity, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    UErrorCode &error = status;
    ULocaleData *data = ulocdata_open(locale, &error);
    icu::UnicodeString all;
    for (auto type : {ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END,
             ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END}) {
        UChar mark[16];
        int32_t length = ulocdata_getDelimiter(data, type, mark, 16, &error);
        if (status.failed()) break;
        all.append(mark, length).append(u'\0');
    }
    if (data != nullptr) ulocdata_close(data);
    return passo::deliver(all, buffer, capacity, status);
}
