// A C face for RE2, the library of regular expressions that PassoCEL uses.
//
// No header of RE2 may be included here: a host that imports Passo needs no C++ of Swift's, and none
// of RE2's headers. Patterns and texts are UTF-8 with a length in bytes, places in them are offsets
// in bytes, and no exception leaves a function.
//
// RE2 matches in time proportional to the text: no pattern makes it go back.
#ifndef PASSO_CRE2_H
#define PASSO_CRE2_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A pattern that was compiled. It never changes, so any number of threads may use it.
typedef struct passo_re2 passo_re2;

/// Why a pattern was not compiled.
typedef enum {
    PASSO_RE2_OK = 0,
    /// The pattern is no regular expression.
    PASSO_RE2_SYNTAX = 1,
    /// Its program needs more memory than it may have.
    PASSO_RE2_TOO_LARGE = 2,
    /// The process has no memory left.
    PASSO_RE2_NO_MEMORY = 3,
} passo_re2_status;

/// A part of a pattern or a text; `begin` is -1 for a group that took no part in a match.
typedef struct {
    int64_t begin;
    int64_t end;
} passo_re2_range;

/// What is wrong with a pattern.
typedef struct {
    passo_re2_status status;
    /// The part of the pattern that is meant.
    passo_re2_range place;
    /// What RE2 says about it, as "missing ]"; ends with a zero byte.
    char text[128];
} passo_re2_mistake;

/// Compiles a pattern: RE2's syntax, case matters, `.` matches no line break.
///
/// `memory` bounds, in bytes, the program and the states that matching keeps.
/// Returns NULL and fills `mistake` in when the pattern cannot be compiled.
passo_re2 *passo_re2_open(
    const char *pattern, int64_t length, int64_t memory, passo_re2_mistake *mistake);
void passo_re2_close(passo_re2 *expression);

/// The number of instructions of the program, forward and backward, which bounds the time that one
/// byte of a text takes.
int64_t passo_re2_size(const passo_re2 *expression);
/// The number of groups that capture.
int32_t passo_re2_group_count(const passo_re2 *expression);
/// Writes the name of a group, counted from 1, as far as it fits, and returns its length; 0 for a
/// group without a name.
int32_t passo_re2_group_name(
    const passo_re2 *expression, int32_t group, char *buffer, int32_t capacity);

/// Whether some part of the text matches: 1 or 0, or -1 when memory ran out.
int32_t passo_re2_matches(const passo_re2 *expression, const char *text, int64_t length);
/// Finds the first match that begins at `start` or behind it: 1 or 0, or -1 when memory ran out.
///
/// Fills `count` ranges in: the match, then its groups. What stands before `start` still counts for
/// `^` and `\b`.
int32_t passo_re2_find(
    const passo_re2 *expression, const char *text, int64_t length, int64_t start,
    passo_re2_range *ranges, int32_t count);

#ifdef __cplusplus
}
#endif

#endif
