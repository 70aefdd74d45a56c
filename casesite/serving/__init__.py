"""The local server: shows a preview to the person who writes, and to nobody else."""
