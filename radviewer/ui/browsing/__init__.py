"""Finding and comparing studies: recent ones, the order of cases, priors."""
