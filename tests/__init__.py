"""The tests; helpers that several of them use are in the files of this folder."""
