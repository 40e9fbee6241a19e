"""Awkward files, made here, one for each trap of real life; one module for each kind of trap, each with a list called CASES."""
