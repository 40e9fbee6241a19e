"""What the columns of a table hold, counted on a sample of its rows."""
