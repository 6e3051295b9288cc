// The classes of scalars that decide cluster boundaries, read from the properties of the linked ICU.

#include "CICU.h"
#include "support.h"

#include <cstring>
#include <map>
#include <string>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/ucpmap.h>
#include <unicode/uniset.h>
#include <unicode/uset.h>

using passo::Status;

static const int32_t scalars = 0x110000;
static const int32_t blockSize = PASSO_ICU_CLASS_BLOCK;

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

static void fill(
    std::vector<uint8_t> &classes, const char *pattern, uint8_t value, Status &status) {
    icu::UnicodeSet set(icu::UnicodeString::fromUTF8(pattern), status);
    if (status.failed()) return;
    for (int32_t range = 0; range < set.getRangeCount(); range++) {
        std::memset(
            classes.data() + set.getRangeStart(range), value,
            static_cast<size_t>(set.getRangeEnd(range) - set.getRangeStart(range) + 1));
    }
}

static std::vector<uint8_t> readClasses(Status &status) {
    std::vector<uint8_t> classes(scalars, PASSO_ICU_CLASS_OTHER);
    const UCPMap *map = u_getIntPropertyMap(
        UCHAR_GRAPHEME_CLUSTER_BREAK, &static_cast<UErrorCode &>(status));
    if (status.failed()) return classes;
    uint32_t value = 0;
    for (UChar32 start = 0, end;
         (end = ucpmap_getRange(map, start, UCPMAP_RANGE_NORMAL, 0, nullptr, nullptr, &value)) >= 0;
         start = end + 1) {
        for (UChar32 scalar = start; scalar <= end; scalar++) {
            uint8_t found = classOf(value);
            // The rule for conjuncts passes over marks that have a combining class.
            if (found == PASSO_ICU_CLASS_EXTEND && u_getCombiningClass(scalar) != 0) {
                found = PASSO_ICU_CLASS_EXTEND_COMBINING;
            }
            classes[static_cast<size_t>(scalar)] = found;
        }
    }
    std::string scripts = conjunctScripts;
    fill(classes, "[\\p{ExtPict}&\\p{GCB=Other}]", PASSO_ICU_CLASS_PICTOGRAPH, status);
    fill(
        classes, ("[" + scripts + "&\\p{InSC=Consonant}]").c_str(), PASSO_ICU_CLASS_CONSONANT,
        status);
    fill(classes, ("[" + scripts + "&\\p{InSC=Virama}]").c_str(), PASSO_ICU_CLASS_VIRAMA, status);
    return classes;
}

int32_t passo_icu_break_classes(
    uint8_t *index, uint8_t *blocks, int32_t maximum_blocks, int32_t *code) {
    Status status(code);
    if (status.failed()) return 0;
    std::vector<uint8_t> classes = readClasses(status);
    if (status.failed()) return 0;
    std::map<std::string, int32_t> known;
    for (int32_t block = 0; block < scalars / blockSize; block++) {
        const char *start = reinterpret_cast<const char *>(classes.data() + block * blockSize);
        auto next = static_cast<int32_t>(known.size());
        auto place = known.emplace(std::string(start, blockSize), next);
        if (place.second) {
            if (next >= maximum_blocks) {
                static_cast<UErrorCode &>(status) = U_BUFFER_OVERFLOW_ERROR;
                return 0;
            }
            std::memcpy(blocks + next * blockSize, start, blockSize);
        }
        index[block] = static_cast<uint8_t>(place.first->second);
    }
    return static_cast<int32_t>(known.size());
}
