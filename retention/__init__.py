"""Retention economics for a small shop: a file is ingested, stored, measured, modelled, turned into a decision and drawn."""

import os

# Read when numpy is first loaded, so it stands here. The sums of the models are short: threads on one of them cost more than they save
# as soon as anything else runs, and on a server something always does.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
