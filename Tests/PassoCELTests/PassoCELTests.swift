// Tests of PassoCEL.
