"""What a file must look like, and what is said where it does not."""
