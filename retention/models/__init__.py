"""From history to expectation: small frozen models of how customers buy, fall silent and leave."""
