// Tests of PassoICU.
