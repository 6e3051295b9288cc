// Tests of PassoDiagnostics.
