"""What a build makes, piece by piece, and what each piece was made of."""
