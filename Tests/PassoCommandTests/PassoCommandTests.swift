// Tests of PassoCommand.
