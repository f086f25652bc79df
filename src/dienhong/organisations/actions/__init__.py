"""The writers of councils, units, organisations, users and roles: permission, rules, write, audit."""
