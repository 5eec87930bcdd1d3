"""What must hold: one rule a fault, known everywhere by one name."""
