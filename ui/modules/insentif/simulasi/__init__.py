"""*Bagaimana bila*: another tariff or rule tried on the roster, before anything is saved."""
