// PassoDefinition
