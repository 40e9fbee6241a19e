"""The guard: what is uploaded is opened by a capped child process only, and measured before any parser sees it."""
