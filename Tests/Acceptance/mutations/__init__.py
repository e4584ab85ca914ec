"""Mistakes that authors make, by sort."""
