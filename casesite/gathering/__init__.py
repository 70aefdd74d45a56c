"""Cases → site: what stands beside, before, after and against each other."""
