#include "CClusterOracle.h"

#include <algorithm>
#include <iterator>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

static const UScriptCode conjunctScripts[] = {
    USCRIPT_GUJARATI, USCRIPT_TELUGU, USCRIPT_MALAYALAM,
    USCRIPT_ORIYA, USCRIPT_BENGALI, USCRIPT_DEVANAGARI,
};

static uint32_t syllabic(UChar32 scalar) {
    switch (u_getIntPropertyValue(scalar, UCHAR_INDIC_SYLLABIC_CATEGORY)) {
    case U_INSC_CONSONANT: return 1;
    case U_INSC_VIRAMA: return 2;
    default: return 0;
    }
}

uint32_t passo_oracle_joint_class(uint32_t value) {
    auto scalar = static_cast<UChar32>(value);
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(scalar, &status);
    bool joins = std::find(std::begin(conjunctScripts), std::end(conjunctScripts), script)
        != std::end(conjunctScripts);
    return static_cast<uint32_t>(u_getIntPropertyValue(scalar, UCHAR_GRAPHEME_CLUSTER_BREAK))
        | static_cast<uint32_t>(u_hasBinaryProperty(scalar, UCHAR_EXTENDED_PICTOGRAPHIC)) << 8
        | static_cast<uint32_t>(u_getCombiningClass(scalar) != 0) << 9 | syllabic(scalar) << 10
        | static_cast<uint32_t>(joins) << 12;
}
