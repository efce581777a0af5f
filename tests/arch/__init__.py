"""Tests of the house itself: rules that hold over every module, file and set-up."""
