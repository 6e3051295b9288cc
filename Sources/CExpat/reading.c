// One reading of a text: the handlers that expat calls, and what they keep.

#include "CExpat.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>

#include <expat.h>

struct passo_expat {
    XML_Parser parser;
    passo_expat_event *events;
    int64_t count;
    int64_t capacity;
    int64_t depth;
    int64_t elements;
    int64_t maximum_depth;
    int64_t maximum_elements;
    int64_t maximum_events;
    passo_expat_status status;
    int64_t place;
    bool in_cdata;
};

static void stop(passo_expat *reading, passo_expat_status status) {
    if (reading->status != PASSO_EXPAT_OK) return;
    reading->status = status;
    reading->place = XML_GetCurrentByteIndex(reading->parser);
    XML_StopParser(reading->parser, XML_FALSE);
}

static void add(passo_expat *reading, passo_expat_kind kind) {
    // Handlers are called once more for `<a/>` after the parser was stopped.
    if (reading->status != PASSO_EXPAT_OK) return;
    uint32_t begin = (uint32_t)XML_GetCurrentByteIndex(reading->parser);
    uint32_t end = begin + (uint32_t)XML_GetCurrentByteCount(reading->parser);
    if (reading->count > 0) {
        passo_expat_event *last = &reading->events[reading->count - 1];
        bool is_more_text = kind == PASSO_EXPAT_TEXT && last->kind == kind && last->end == begin;
        if (is_more_text || reading->in_cdata) {
            last->end = end;
            return;
        }
    }
    if (reading->count == reading->maximum_events) {
        stop(reading, PASSO_EXPAT_TOO_MANY_ELEMENTS);
        return;
    }
    if (reading->count == reading->capacity) {
        int64_t capacity = reading->capacity * 2 + 256;
        passo_expat_event *events =
            realloc(reading->events, (size_t)capacity * sizeof(passo_expat_event));
        if (events == NULL) {
            stop(reading, PASSO_EXPAT_NO_MEMORY);
            return;
        }
        reading->events = events;
        reading->capacity = capacity;
    }
    reading->events[reading->count++] = (passo_expat_event){kind, begin, end};
}

static void XMLCALL on_start(void *context, const XML_Char *name, const XML_Char **attributes) {
    passo_expat *reading = context;
    (void)name, (void)attributes;
    if (++reading->depth > reading->maximum_depth) stop(reading, PASSO_EXPAT_TOO_DEEP);
    if (++reading->elements > reading->maximum_elements) {
        stop(reading, PASSO_EXPAT_TOO_MANY_ELEMENTS);
    }
    add(reading, PASSO_EXPAT_START);
}

static void XMLCALL on_end(void *context, const XML_Char *name) {
    passo_expat *reading = context;
    (void)name;
    reading->depth--;
    add(reading, PASSO_EXPAT_END);
}

static void XMLCALL on_text(void *context, const XML_Char *text, int length) {
    (void)text, (void)length;
    add(context, PASSO_EXPAT_TEXT);
}

static void XMLCALL on_cdata_start(void *context) {
    passo_expat *reading = context;
    add(reading, PASSO_EXPAT_CDATA);
    reading->in_cdata = true;
}

static void XMLCALL on_cdata_end(void *context) {
    passo_expat *reading = context;
    add(reading, PASSO_EXPAT_CDATA);
    reading->in_cdata = false;
}

static void XMLCALL on_comment(void *context, const XML_Char *text) {
    (void)text;
    add(context, PASSO_EXPAT_COMMENT);
}

static void XMLCALL on_instruction(
    void *context, const XML_Char *target, const XML_Char *data) {
    (void)target, (void)data;
    add(context, PASSO_EXPAT_INSTRUCTION);
}

static void XMLCALL on_document_type(
    void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public,
    int has_internal_subset) {
    (void)name, (void)system, (void)public, (void)has_internal_subset;
    stop(context, PASSO_EXPAT_DOCUMENT_TYPE);
}

static passo_expat_status status_of(enum XML_Error error) {
    switch (error) {
        case XML_ERROR_NO_MEMORY: return PASSO_EXPAT_NO_MEMORY;
        case XML_ERROR_NO_ELEMENTS:
        case XML_ERROR_UNCLOSED_TOKEN:
        case XML_ERROR_PARTIAL_CHAR:
        case XML_ERROR_UNCLOSED_CDATA_SECTION: return PASSO_EXPAT_UNFINISHED;
        case XML_ERROR_TAG_MISMATCH: return PASSO_EXPAT_MISMATCH;
        case XML_ERROR_DUPLICATE_ATTRIBUTE: return PASSO_EXPAT_DUPLICATE_ATTRIBUTE;
        case XML_ERROR_UNDEFINED_ENTITY: return PASSO_EXPAT_UNKNOWN_ENTITY;
        case XML_ERROR_BAD_CHAR_REF: return PASSO_EXPAT_BAD_REFERENCE;
        case XML_ERROR_MISPLACED_XML_PI:
        case XML_ERROR_UNKNOWN_ENCODING:
        case XML_ERROR_INCORRECT_ENCODING:
        case XML_ERROR_XML_DECL: return PASSO_EXPAT_BAD_DECLARATION;
        default: return PASSO_EXPAT_MALFORMED;
    }
}

passo_expat *passo_expat_open(
    const char *text, int64_t length, int64_t maximum_depth, int64_t maximum_elements) {
    if (length > INT_MAX) return NULL;
    passo_expat *reading = calloc(1, sizeof(passo_expat));
    if (reading == NULL) return NULL;
    reading->maximum_depth = maximum_depth;
    reading->maximum_elements = maximum_elements;
    // Two tags and two texts each; more are comments and instructions that nobody needs.
    reading->maximum_events = 4 * maximum_elements + 1000;
    XML_Parser parser = reading->parser = XML_ParserCreate("UTF-8");
    if (parser == NULL) {
        free(reading);
        return NULL;
    }
    XML_SetUserData(parser, reading);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetCdataSectionHandler(parser, on_cdata_start, on_cdata_end);
    XML_SetCommentHandler(parser, on_comment);
    XML_SetProcessingInstructionHandler(parser, on_instruction);
    XML_SetStartDoctypeDeclHandler(parser, on_document_type);
    enum XML_Status status = XML_Parse(parser, text, (int)length, 1);
    if (status != XML_STATUS_OK && reading->status == PASSO_EXPAT_OK) {
        reading->status = status_of(XML_GetErrorCode(parser));
        reading->place = XML_GetCurrentByteIndex(parser);
    }
    XML_ParserFree(parser);
    reading->parser = NULL;
    return reading;
}

void passo_expat_close(passo_expat *reading) {
    if (reading == NULL) return;
    free(reading->events);
    free(reading);
}

passo_expat_status passo_expat_get_status(const passo_expat *reading) { return reading->status; }

int64_t passo_expat_get_place(const passo_expat *reading) { return reading->place; }

const passo_expat_event *passo_expat_get_events(const passo_expat *reading) {
    return reading->events;
}

int64_t passo_expat_get_count(const passo_expat *reading) { return reading->count; }
