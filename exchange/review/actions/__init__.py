"""What people do about reviews and decisions: the only writers of their states."""
