// PassoRuntime
