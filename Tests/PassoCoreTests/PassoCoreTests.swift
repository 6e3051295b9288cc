// Tests of PassoCore.
