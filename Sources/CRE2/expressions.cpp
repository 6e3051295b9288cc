// Compiled patterns: opening them, asking about them, matching and closing.

#include "CRE2.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <re2/re2.h>

using re2::RE2;
using re2::StringPiece;

struct passo_re2 {
    passo_re2(StringPiece pattern, const RE2::Options &options) : expression(pattern, options) {}

    const RE2 expression;
};

static RE2::Options options(int64_t memory) {
    RE2::Options options(RE2::Quiet);
    options.set_encoding(RE2::Options::EncodingUTF8);
    options.set_posix_syntax(false);
    options.set_max_mem(memory);
    return options;
}

static void report(
    const RE2 &expression, StringPiece pattern, passo_re2_mistake *mistake) {
    mistake->status = expression.error_code() == RE2::ErrorPatternTooLarge ? PASSO_RE2_TOO_LARGE
                                                                           : PASSO_RE2_SYNTAX;
    // RE2 copies the part that it means; where that occurs twice, the first is named.
    const std::string &part = expression.error_arg();
    size_t place = part.empty() ? StringPiece::npos : pattern.find(part);
    bool isKnown = place != StringPiece::npos;
    mistake->place.begin = isKnown ? static_cast<int64_t>(place) : 0;
    mistake->place.end = isKnown ? static_cast<int64_t>(place + part.size())
                                 : static_cast<int64_t>(pattern.size());
    // RE2 writes the part behind a colon; the range says which it is.
    const std::string &text = expression.error();
    size_t colon = part.empty() ? text.size() : text.rfind(": " + part);
    size_t length = std::min({text.size(), colon, sizeof mistake->text - 1});
    std::memcpy(mistake->text, text.data(), length);
    mistake->text[length] = 0;
}

passo_re2 *passo_re2_open(
    const char *pattern, int64_t length, int64_t memory, passo_re2_mistake *mistake) {
    *mistake = {};
    try {
        StringPiece text(pattern, static_cast<size_t>(length));
        auto opened = std::make_unique<passo_re2>(text, options(memory));
        if (opened->expression.ok()) return opened.release();
        report(opened->expression, text, mistake);
    } catch (...) {
        mistake->status = PASSO_RE2_NO_MEMORY;
    }
    return nullptr;
}

void passo_re2_close(passo_re2 *expression) { delete expression; }

int64_t passo_re2_size(const passo_re2 *expression) {
    try {
        int64_t forward = expression->expression.ProgramSize();
        int64_t backward = expression->expression.ReverseProgramSize();
        // A program that its memory does not hold has a negative size.
        return forward < 0 || backward < 0 ? INT64_MAX : forward + backward;
    } catch (...) {
        return INT64_MAX;
    }
}

int32_t passo_re2_group_count(const passo_re2 *expression) {
    return expression->expression.NumberOfCapturingGroups();
}

int32_t passo_re2_group_name(
    const passo_re2 *expression, int32_t group, char *buffer, int32_t capacity) {
    try {
        const std::map<int, std::string> &names = expression->expression.CapturingGroupNames();
        auto name = names.find(group);
        if (name == names.end()) return 0;
        size_t room = static_cast<size_t>(std::max(capacity, 0));
        std::memcpy(buffer, name->second.data(), std::min(name->second.size(), room));
        return static_cast<int32_t>(name->second.size());
    } catch (...) {
        return 0;
    }
}

int32_t passo_re2_matches(const passo_re2 *expression, const char *text, int64_t length) {
    try {
        StringPiece all(text, static_cast<size_t>(length));
        return expression->expression.Match(all, 0, all.size(), RE2::UNANCHORED, nullptr, 0);
    } catch (...) {
        return -1;
    }
}

int32_t passo_re2_find(
    const passo_re2 *expression, const char *text, int64_t length, int64_t start,
    passo_re2_range *ranges, int32_t count) {
    try {
        StringPiece all(text, static_cast<size_t>(length));
        std::vector<StringPiece> parts(static_cast<size_t>(count));
        bool isFound = expression->expression.Match(
            all, static_cast<size_t>(start), all.size(), RE2::UNANCHORED, parts.data(), count);
        if (!isFound) return 0;
        for (int32_t place = 0; place < count; place++) {
            const StringPiece &part = parts[static_cast<size_t>(place)];
            bool isSet = part.data() != nullptr;
            ranges[place].begin = isSet ? part.data() - text : -1;
            ranges[place].end = isSet ? part.data() - text + static_cast<int64_t>(part.size()) : -1;
        }
        return 1;
    } catch (...) {
        return -1;
    }
}
