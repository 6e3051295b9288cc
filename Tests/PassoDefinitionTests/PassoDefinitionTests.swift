// Tests of PassoDefinition.
