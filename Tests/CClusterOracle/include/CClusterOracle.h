// What ICU's rules for extended grapheme clusters can see of a scalar; for tests.
#ifndef PASSO_CCLUSTERORACLE_H
#define PASSO_CCLUSTERORACLE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A number that two scalars share when no rule of ICU's can tell them apart: made of
/// Grapheme_Cluster_Break, Extended_Pictographic, whether the combining class is zero, whether
/// Indic_Syllabic_Category is Consonant, Virama or neither, and whether the script is one of those
/// whose conjuncts stay together.
uint32_t passo_oracle_joint_class(uint32_t scalar);

#ifdef __cplusplus
}
#endif

#endif
