"""The pages of people who log in: their password, their second factor, and those they look after."""
