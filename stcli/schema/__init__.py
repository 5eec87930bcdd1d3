"""The format of the files at the border: typeless data in, the model or problems out."""
