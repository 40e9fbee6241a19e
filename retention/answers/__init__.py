"""One answer per question a visitor asks: a page and its command show the same frozen value."""
