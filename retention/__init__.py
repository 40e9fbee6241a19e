"""Retention economics for a small shop: a file is ingested, stored, measured, modelled, turned into a decision and drawn."""
