"""What the commands do, and what they tell the person who typed them."""
