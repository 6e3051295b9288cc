// PassoCore
