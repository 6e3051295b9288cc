void passo_oracle_placeholder(void);
