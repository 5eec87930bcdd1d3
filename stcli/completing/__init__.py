"""What may be typed next: the words that a shell offers, each with what it stands for."""
