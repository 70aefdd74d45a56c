"""Sources to cases, issues, pages, letters, settings and vocabularies; every mistake named at its place."""
