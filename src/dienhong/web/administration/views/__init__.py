"""Pages of administration, by subject: get, form, action, answer."""
