// A C face for expat, the XML parser that PassoText uses.
//
// No header of expat may be included here. A text goes in as a whole, as UTF-8 with a length in
// bytes; out comes where each tag, text, comment and instruction stands in it, as offsets in bytes.
// What they say is read from the text itself, which is well-formed as far as they reach.
//
// Nothing is ever fetched and no entity is ever declared: a document type declaration ends the
// reading.
#ifndef PASSO_CEXPAT_H
#define PASSO_CEXPAT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What stands at a place.
typedef enum {
    PASSO_EXPAT_START = 0,
    /// An end tag; empty, behind the start tag, for an element written as `<a/>`.
    PASSO_EXPAT_END = 1,
    /// Text with references; pieces that touch are one.
    PASSO_EXPAT_TEXT = 2,
    /// A CDATA section with its brackets.
    PASSO_EXPAT_CDATA = 3,
    PASSO_EXPAT_COMMENT = 4,
    PASSO_EXPAT_INSTRUCTION = 5,
} passo_expat_kind;

/// One part of the text, as a half-open range of bytes.
typedef struct {
    passo_expat_kind kind;
    uint32_t begin;
    uint32_t end;
} passo_expat_event;

/// Why a reading ended.
typedef enum {
    PASSO_EXPAT_OK = 0,
    /// The text is not well-formed in a way that the place alone tells.
    PASSO_EXPAT_MALFORMED = 1,
    /// The text ends too early.
    PASSO_EXPAT_UNFINISHED = 2,
    /// An end tag names another element than the one that is open.
    PASSO_EXPAT_MISMATCH = 3,
    PASSO_EXPAT_DUPLICATE_ATTRIBUTE = 4,
    PASSO_EXPAT_UNKNOWN_ENTITY = 5,
    PASSO_EXPAT_BAD_REFERENCE = 6,
    PASSO_EXPAT_BAD_DECLARATION = 7,
    PASSO_EXPAT_DOCUMENT_TYPE = 8,
    PASSO_EXPAT_TOO_DEEP = 9,
    PASSO_EXPAT_TOO_MANY_ELEMENTS = 10,
    PASSO_EXPAT_NO_MEMORY = 11,
} passo_expat_status;

/// A text that was read.
typedef struct passo_expat passo_expat;

/// Reads a text; elements beyond the limits, and very many comments and instructions, end the reading.
///
/// Returns NULL when there is no memory for it.
passo_expat *passo_expat_open(
    const char *text, int64_t length, int64_t maximum_depth, int64_t maximum_elements);
void passo_expat_close(passo_expat *reading);

passo_expat_status passo_expat_get_status(const passo_expat *reading);
/// Where the reading ended: the offset of what is wrong.
int64_t passo_expat_get_place(const passo_expat *reading);
/// The parts of the text in order, which live as long as the reading.
const passo_expat_event *passo_expat_get_events(const passo_expat *reading);
int64_t passo_expat_get_count(const passo_expat *reading);

#ifdef __cplusplus
}
#endif

#endif
