"""From understood tables to clean rows, with an account of those that are not among them."""
