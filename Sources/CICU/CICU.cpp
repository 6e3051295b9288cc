#include "CICU.h"
void passo_icu_placeholder(void) {}
