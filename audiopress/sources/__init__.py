"""Where articles come from: files of this machine and pages of the web, each a `Document`."""
