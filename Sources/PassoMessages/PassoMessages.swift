// PassoMessages
