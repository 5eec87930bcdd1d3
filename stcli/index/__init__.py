"""The index: what was loaded, kept between runs outside the tree."""
