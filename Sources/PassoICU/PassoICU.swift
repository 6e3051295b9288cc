// PassoICU
