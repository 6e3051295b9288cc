// PassoCEL
