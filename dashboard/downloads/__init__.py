"""Files that readers take along: one sheet of rows as CSV, workbook, GeoJSON, or a ZIP that explains itself."""
