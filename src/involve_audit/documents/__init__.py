"""Reading a document that people wrote, from Markdown, text, HTML, DOCX or ODT, to sentences with their lines.

Invitations and applications are read alike; what is made of the sentences is another matter (`advert`, `drafts`).
"""
