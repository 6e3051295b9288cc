#include "CMessageFormatOracle.h"
void passo_oracle_placeholder(void) {}
