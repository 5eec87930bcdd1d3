"""Two changes of one document put together by task and field, or what they disagree on."""
