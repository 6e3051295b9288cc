// A C face for the parts of ICU that PassoICU uses.
//
// No header of ICU may be included here. A Clang module that includes them breaks every host that
// imports Foundation, whose own copy of ICU defines the same types ("'UErrorCode' has different
// definitions in different modules"). So handles are opaque, integers have fixed widths and texts
// are UTF-8 with a length in bytes.
//
// Conventions: `status` is in and out, zero is success and a positive value ICU's error code; a
// call with a failed status does nothing. A function with a `buffer` writes at most `capacity`
// bytes, without a final zero, and returns the length it needs; when that is more than `capacity`
// the status is ICU's U_BUFFER_OVERFLOW_ERROR and the caller may try again with room enough.
#ifndef PASSO_CICU_H
#define PASSO_CICU_H

#include <stdbool.h>
#include <stdint.h>

#include "PassoBlocks.h"

#ifdef __cplusplus
extern "C" {
#endif

// ICU itself

/// The name of an ICU status code, as "U_ILLEGAL_ARGUMENT_ERROR".
const char *passo_icu_status_name(int32_t status);
/// The linked library's version, as "72.1".
int32_t passo_icu_version(char *buffer, int32_t capacity);
/// The Unicode version of the linked library's data, as "15.0".
int32_t passo_icu_unicode_version(char *buffer, int32_t capacity);

// Names of locales: BCP 47 tags, spelled as CLDR spells them

/// The usual spelling of a tag, with its aliases replaced: "iw-il" is "he-IL".
int32_t passo_icu_locale_canonical(
    const char *tag, char *buffer, int32_t capacity, int32_t *status);
/// A tag with the script and the region that its readers most likely mean: "zh-TW" is "zh-Hant-TW".
int32_t passo_icu_locale_likely(const char *tag, char *buffer, int32_t capacity, int32_t *status);
/// Whether the language is written from right to left.
bool passo_icu_locale_is_right_to_left(const char *tag);
/// CLDR's parents that are not found by cutting a name: each parent behind a ">", then its
/// children, one a line, spelled with "_".
int32_t passo_icu_locale_parents(char *buffer, int32_t capacity, int32_t *status);

// Extended grapheme clusters

typedef struct passo_icu_breaks passo_icu_breaks;
/// What one pass over a text finds.
typedef struct {
    int64_t characters;
    int64_t heaviest_bytes;
} passo_icu_clusters;

/// Opens a character break iterator by the root locale's rules, those of UAX #29.
passo_icu_breaks *passo_icu_breaks_open(int32_t *status);
void passo_icu_breaks_close(passo_icu_breaks *breaks);
/// Counts the clusters of a text of less than two gigabytes; stops soon after `stop_after` of them.
passo_icu_clusters passo_icu_breaks_count(
    passo_icu_breaks *breaks, const char *text, int64_t length, int64_t stop_after, int32_t *status);
/// The classes of scalars that decide where clusters end: Grapheme_Cluster_Break, with the marks,
/// consonants and viramas of conjuncts and the pictographs told apart.
enum {
    PASSO_ICU_CLASS_OTHER = 0,
    PASSO_ICU_CLASS_CONTROL,
    PASSO_ICU_CLASS_CR,
    PASSO_ICU_CLASS_LF,
    PASSO_ICU_CLASS_EXTEND,
    PASSO_ICU_CLASS_EXTEND_COMBINING,
    PASSO_ICU_CLASS_VIRAMA,
    PASSO_ICU_CLASS_ZWJ,
    PASSO_ICU_CLASS_REGIONAL,
    PASSO_ICU_CLASS_PREPEND,
    PASSO_ICU_CLASS_SPACING_MARK,
    PASSO_ICU_CLASS_L,
    PASSO_ICU_CLASS_V,
    PASSO_ICU_CLASS_T,
    PASSO_ICU_CLASS_LV,
    PASSO_ICU_CLASS_LVT,
    PASSO_ICU_CLASS_PICTOGRAPH,
    PASSO_ICU_CLASS_CONSONANT,
};

/// How many scalars there could be, surrogates included.
#define PASSO_ICU_SCALARS 0x110000

/// Reads the class of every scalar into `classes`, which has room for PASSO_ICU_SCALARS of them.
void passo_icu_break_classes(uint8_t *classes, int32_t *status);

// Normalizing and folding

/// Whether a text is in Normalization Form C: decided, never "maybe".
bool passo_icu_is_nfc(const char *text, int32_t length, int32_t *status);
int32_t passo_icu_nfc(
    const char *text, int32_t length, char *buffer, int32_t capacity, int32_t *status);
/// NFD, then full case folding, then NFC: equal results are canonical caseless matches.
int32_t passo_icu_fold(
    const char *text, int32_t length, char *buffer, int32_t capacity, int32_t *status);
/// The White_Space property.
bool passo_icu_is_white_space(uint32_t scalar);

// Plural rules

typedef struct passo_icu_plurals passo_icu_plurals;
passo_icu_plurals *passo_icu_plurals_open(const char *locale, bool ordinal, int32_t *status);
void passo_icu_plurals_close(passo_icu_plurals *plurals);
/// The rules of CLDR that apply, as "one: i = 1 and v = 0;" for each category but `other`.
int32_t passo_icu_plural_rules(
    const char *locale, bool ordinal, char *buffer, int32_t capacity, int32_t *status);
/// The functions below return a category: 0 zero, 1 one, 2 two, 3 few, 4 many, 5 other.
int32_t passo_icu_plurals_integer(
    const passo_icu_plurals *plurals, int64_t value, int32_t *status);
int32_t passo_icu_plurals_double(
    const passo_icu_plurals *plurals, double value, int32_t *status);
/// The category of a decimal number as written: "1.0" and "1" may differ, and "1.2c6" is 1.2
/// million in compact notation.
int32_t passo_icu_plurals_decimal(
    const passo_icu_plurals *plurals, const char *digits, int32_t length, int32_t *status);
/// The categories of the rules, one bit each.
int32_t passo_icu_plurals_categories(const passo_icu_plurals *plurals, int32_t *status);

// Numbers

typedef struct passo_icu_numbers passo_icu_numbers;
passo_icu_numbers *passo_icu_numbers_open(
    const char *locale, const char *skeleton, int32_t length, int32_t *status);
void passo_icu_numbers_close(passo_icu_numbers *numbers);
int32_t passo_icu_numbers_integer(
    const passo_icu_numbers *numbers, int64_t value, char *buffer, int32_t capacity,
    int32_t *status);
int32_t passo_icu_numbers_double(
    const passo_icu_numbers *numbers, double value, char *buffer, int32_t capacity,
    int32_t *status);
int32_t passo_icu_numbers_decimal(
    const passo_icu_numbers *numbers, const char *digits, int32_t length, char *buffer,
    int32_t capacity, int32_t *status);

/// The text of a decimal number by its fields: each a letter, its text and a zero byte. The letter is
/// 'a' plus ICU's UNumberFormatFields, and 'n' for what belongs to no field.
int32_t passo_icu_numbers_fields(
    const passo_icu_numbers *numbers, const char *digits, int32_t length, char *buffer,
    int32_t capacity, int32_t *status);
/// How many digits a currency has after the point.
int32_t passo_icu_currency_digits(const char *code, int32_t *status);

/// How a locale groups digits.
typedef struct {
    /// The digits of the last group and of the others; 0 where there are none.
    int32_t primary;
    int32_t secondary;
    /// How many digits must stand before the first separator, where grouping is automatic: 1 or 2.
    int32_t minimum;
} passo_icu_number_groups;
/// A locale's symbols for plain numbers, each followed by a zero byte: the ten digits, the group
/// separator, the minus sign, the decimal separator.
int32_t passo_icu_number_symbols(
    const char *locale, char *buffer, int32_t capacity, passo_icu_number_groups *groups,
    int32_t *status);

// Dates and times

typedef struct passo_icu_dates passo_icu_dates;
/// Opens a format by styles: 0 full, 1 long, 2 medium, 3 short, -1 none.
passo_icu_dates *passo_icu_dates_open(
    const char *locale, const char *zone, int32_t date_style, int32_t time_style,
    int32_t *status);
/// Opens the locale's best pattern for a skeleton such as "yMMMd".
passo_icu_dates *passo_icu_dates_open_skeleton(
    const char *locale, const char *zone, const char *skeleton, int32_t length, int32_t *status);
void passo_icu_dates_close(passo_icu_dates *dates);
int32_t passo_icu_dates_format(
    const passo_icu_dates *dates, int64_t milliseconds, char *buffer, int32_t capacity,
    int32_t *status);
/// The pattern that the format uses; empty when it is no simple pattern of the Gregorian calendar.
int32_t passo_icu_dates_pattern(
    const passo_icu_dates *dates, char *buffer, int32_t capacity, int32_t *status);

/// How many texts `passo_icu_date_symbols` writes: the ten digits, the minus sign, the two halves of
/// the day, then short, wide and narrow names of the two eras, short and wide names of the quarters,
/// short, wide and narrow names of the months, and short, wide, narrow and two-letter names of the
/// weekdays from Sunday. Quarters, months and weekdays come twice: in a date, then alone.
#define PASSO_ICU_DATE_SYMBOLS 163

/// A locale's symbols for dates of the Gregorian calendar, each followed by a zero byte.
int32_t passo_icu_date_symbols(
    const char *locale, char *buffer, int32_t capacity, int32_t *status);

// Time zones

typedef struct passo_icu_zone passo_icu_zone;
/// Opens a zone by its IANA name; an unknown name is an illegal argument.
passo_icu_zone *passo_icu_zone_open(const char *name, int32_t *status);
void passo_icu_zone_close(passo_icu_zone *zone);
/// What is to be added to an instant to get the local time, in milliseconds.
int32_t passo_icu_zone_offset(const passo_icu_zone *zone, int64_t milliseconds, int32_t *status);
/// The changes of the offset after one instant and up to another, at most `capacity`; returns their
/// number, and in `offsets` what applies from each on.
int32_t passo_icu_zone_changes(
    const passo_icu_zone *zone, int64_t after, int64_t until, int64_t *instants, int32_t *offsets,
    int32_t capacity, int32_t *status);

// Lists

typedef struct passo_icu_lists passo_icu_lists;
/// Opens the wide list format of a kind: 0 and, 1 or, 2 units.
passo_icu_lists *passo_icu_lists_open(const char *locale, int32_t kind, int32_t *status);
void passo_icu_lists_close(passo_icu_lists *lists);
/// Joins `count` texts that stand one after another in `items`, with their lengths in `lengths`.
int32_t passo_icu_lists_format(
    const passo_icu_lists *lists, const char *items, const int32_t *lengths, int32_t count,
    char *buffer, int32_t capacity, int32_t *status);

// Quotation marks

/// A locale's quotation marks, each followed by a zero byte: opening, closing, and the two inside.
int32_t passo_icu_quotation_marks(
    const char *locale, char *buffer, int32_t capacity, int32_t *status);

// Collation

typedef struct passo_icu_collator passo_icu_collator;
passo_icu_collator *passo_icu_collator_open(const char *locale, int32_t *status);
void passo_icu_collator_close(passo_icu_collator *collator);
/// -1, 0 or 1.
int32_t passo_icu_collator_compare(
    const passo_icu_collator *collator, const char *left, int32_t left_length, const char *right,
    int32_t right_length, int32_t *status);

#ifdef __cplusplus
}
#endif

#endif
