// The imagine API: requests, the client, the states of a submission and the ledger.
