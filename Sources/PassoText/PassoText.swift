// PassoText
