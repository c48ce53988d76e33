"""Drafts of answers from a document: which passages answer questions of the project file. Nothing goes in unconfirmed.

A careful reading by rules, as of adverts: no model, no network. Precision comes before recall, and what is not found is asked.
"""
