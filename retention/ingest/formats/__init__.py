"""Every format to one raw table: records and cells as text, nothing interpreted yet."""
