"""Reading an advert or invitation line by line, alone or against the project file.

It looks for what an advert promises and the file does not carry, for what an invitation should say and does
not, for words that put the fault on people, and for sentences that are hard to read. It reads words and not
meaning, so everything that it says ends in a question.
"""
