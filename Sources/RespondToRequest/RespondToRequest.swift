// RespondToRequest
