"""The pages of Sipokat Pusat for camat, Bagian Tata Pemerintahan, Kominfo and the public."""
