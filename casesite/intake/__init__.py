"""What arrives as a submission becomes a draft: text in, draft and report out."""
