"""Where the tables stand on a sheet: headers, titles, several tables, months across, groups, orders over several lines."""
