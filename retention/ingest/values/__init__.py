"""What a cell says: days and numbers as people write them, decided over whole columns."""
