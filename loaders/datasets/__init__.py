"""What is loaded: one module for each kind of file that is ours."""
