void passo_icu_placeholder(void);
