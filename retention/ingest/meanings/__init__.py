"""What a table is and what its columns mean, by their words, their values and their neighbours."""
