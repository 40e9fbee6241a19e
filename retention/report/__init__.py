"""What people take away: files that open in their own programs."""
