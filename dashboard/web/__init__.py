"""What the server answers besides callbacks: addresses, headers, the document, notices."""
