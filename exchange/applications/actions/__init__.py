"""What people do with applications and invitations: the only writers of their states and answers."""
