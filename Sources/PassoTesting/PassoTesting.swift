// PassoTesting
