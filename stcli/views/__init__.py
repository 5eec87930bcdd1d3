"""The model seen for one purpose: plain frozen rows."""
