"""Reading English sentences: their words, clauses and acts, what is denied, wished, planned or past, and whose act it is.

Adverts and drafts are both read with it. It knows nothing of either, nor of the project file: no model, no network.
"""
