// The classes of scalars that decide cluster boundaries, read from the properties of the linked ICU.

#include "CICU.h"
#include "support.h"

#include <cstring>
#include <string>

#include <unicode/uchar.h>
#include <unicode/ucpmap.h>
#include <unicode/uniset.h>
#include <unicode/uset.h>

using passo::Status;

/// The scripts whose conjuncts ICU keeps together, as its rules name them.
static const char *const conjunctScripts =
    "[\\p{sc=Gujr}\\p{sc=Telu}\\p{sc=Mlym}\\p{sc=Orya}\\p{sc=Beng}\\p{sc=Deva}]";

static uint8_t classOf(uint32_t property) {
    switch (property) {
    case U_GCB_CONTROL: return PASSO_ICU_CLASS_CONTROL;
    case U_GCB_CR: return PASSO_ICU_CLASS_CR;
    case U_GCB_LF: return PASSO_ICU_CLASS_LF;
    case U_GCB_EXTEND: return PASSO_ICU_CLASS_EXTEND;
    case U_GCB_ZWJ: return PASSO_ICU_CLASS_ZWJ;
    case U_GCB_REGIONAL_INDICATOR: return PASSO_ICU_CLASS_REGIONAL;
    case U_GCB_PREPEND: return PASSO_ICU_CLASS_PREPEND;
    case U_GCB_SPACING_MARK: return PASSO_ICU_CLASS_SPACING_MARK;
    case U_GCB_L: return PASSO_ICU_CLASS_L;
    case U_GCB_V: return PASSO_ICU_CLASS_V;
    case U_GCB_T: return PASSO_ICU_CLASS_T;
    case U_GCB_LV: return PASSO_ICU_CLASS_LV;
    case U_GCB_LVT: return PASSO_ICU_CLASS_LVT;
    default: return PASSO_ICU_CLASS_OTHER;
    }
}

/// Gives a class to all scalars of a set.
static void fill(uint8_t *classes, const std::string &pattern, uint8_t value, Status &status) {
    icu::UnicodeSet set(icu::UnicodeString::fromUTF8(pattern), status);
    if (status.failed()) return;
    for (int32_t range = 0; range < set.getRangeCount(); range++) {
        UChar32 start = set.getRangeStart(range);
        std::memset(classes + start, value, static_cast<size_t>(set.getRangeEnd(range) - start + 1));
    }
}

void passo_icu_break_classes(uint8_t *classes, int32_t *code) {
    Status status(code);
    const UCPMap *map = u_getIntPropertyMap(
        UCHAR_GRAPHEME_CLUSTER_BREAK, &static_cast<UErrorCode &>(status));
    if (status.failed()) return;
    uint32_t value = 0;
    for (UChar32 start = 0, end;
         (end = ucpmap_getRange(map, start, UCPMAP_RANGE_NORMAL, 0, nullptr, nullptr, &value)) >= 0;
         start = end + 1) {
        uint8_t found = classOf(value);
        std::memset(classes + start, found, static_cast<size_t>(end - start + 1));
        if (found != PASSO_ICU_CLASS_EXTEND) continue;
        // The rule for conjuncts passes over marks that have a combining class.
        for (UChar32 scalar = start; scalar <= end; scalar++) {
            if (u_getCombiningClass(scalar) != 0) classes[scalar] = PASSO_ICU_CLASS_EXTEND_COMBINING;
        }
    }
    std::string scripts = conjunctScripts;
    fill(classes, "[\\p{ExtPict}&\\p{GCB=Other}]", PASSO_ICU_CLASS_PICTOGRAPH, status);
    fill(classes, "[" + scripts + "&\\p{InSC=Consonant}]", PASSO_ICU_CLASS_CONSONANT, status);
    fill(classes, "[" + scripts + "&\\p{InSC=Virama}]", PASSO_ICU_CLASS_VIRAMA, status);
}
