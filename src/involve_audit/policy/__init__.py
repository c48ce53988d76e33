"""What a check asks for: a policy file, its conditions, waivers, and a baseline."""
