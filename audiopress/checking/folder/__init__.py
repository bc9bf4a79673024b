"""The folder itself, as a host would get it: kinds of files, their names, who may read them."""
