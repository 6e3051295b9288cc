// Tests of PassoRuntime.
