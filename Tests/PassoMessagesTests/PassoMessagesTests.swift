// Tests of PassoMessages.
