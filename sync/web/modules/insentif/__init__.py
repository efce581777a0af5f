"""Incentives at the web: readiness to pay, recapitulation, tariffs and rules with their simulation, audit pack."""
