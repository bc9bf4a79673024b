"""Values to bytes: everything that an edition ships beside its sound."""
