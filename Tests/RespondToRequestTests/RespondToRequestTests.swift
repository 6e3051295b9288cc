// Tests of RespondToRequest.
