// Tests of PassoText.
