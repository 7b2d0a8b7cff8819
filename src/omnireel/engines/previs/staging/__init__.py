"""Shots become scenes: who stands where, so that left, behind, three and "onto" are true."""
