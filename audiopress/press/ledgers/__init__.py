"""The ledger of an edition while it is written: by whom, where, and whether it is whole."""
