// ICU's own C++ MessageFormat with named arguments, for tests only.
//
// Like CICU's header, this one includes no header of ICU.
#ifndef PASSO_MESSAGE_FORMAT_ORACLE_H
#define PASSO_MESSAGE_FORMAT_ORACLE_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum {
    PASSO_ORACLE_INTEGER = 0,
    PASSO_ORACLE_DOUBLE = 1,
    PASSO_ORACLE_STRING = 2,
    PASSO_ORACLE_DATE = 3,
};

/// A named argument. Texts are UTF-8 that ends with a zero byte; only the field of the kind counts.
typedef struct {
    const char *name;
    int32_t kind;
    /// An integer, or a date in milliseconds since 1970.
    int64_t integer;
    double number;
    const char *text;
} passo_oracle_argument;

/// Parses a pattern and formats it once.
///
/// With `aligned`, plain numbers, percentages and `#` are grouped as by the skeleton `group-on-aligned` (for en,
/// da, pl, pt, pt-PT, it, es, de, fr, cs); without, as the locale's CLDR data say.
///
/// Returns ICU's status, zero for success, and puts the UTF-8 length needed into `length`; writes at
/// most `capacity` bytes.
int32_t passo_oracle_format(
    const char *pattern, const char *locale, const char *time_zone, bool aligned,
    const passo_oracle_argument *arguments, int32_t count, char *buffer, int32_t capacity,
    int32_t *length);

/// Joins texts by ICU's wide list format: with “and”, or with “or”. They are UTF-8, stand one after the
/// other and end with a zero byte each. Returns as above.
int32_t passo_oracle_list(
    const char *items, int32_t count, const char *locale, bool alternatives, char *buffer,
    int32_t capacity, int32_t *length);

/// Parses a pattern only; returns ICU's status.
int32_t passo_oracle_parse(const char *pattern, const char *locale);

/// The name of a status, such as "U_UNMATCHED_BRACES".
const char *passo_oracle_status_name(int32_t status);

#ifdef __cplusplus
}
#endif

#endif
