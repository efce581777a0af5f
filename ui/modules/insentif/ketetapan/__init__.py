"""*Ketetapan*: components, tariffs, tax, funding, performance rules, figures, signers and settings."""
