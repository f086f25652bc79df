"""Pages of every register, each in four steps: get, form, action, answer."""
