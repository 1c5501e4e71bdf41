// The stand-in for the imagine API: a server on loopback for tests and demonstrations.

print("mjprompt-fake-api: not there yet")
