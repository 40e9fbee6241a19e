"""What a person should know about their data, each thing in one sentence."""
