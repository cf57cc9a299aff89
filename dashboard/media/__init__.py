"""What pages are written as: the first HTML of a live page, documents without scripts, slides, packs, codes."""
