// PassoDiagnostics
