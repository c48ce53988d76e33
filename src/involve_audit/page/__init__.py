"""The whole tool in one HTML file: this package, and a Python that runs in the browser.

`packing` makes the file. `session` is what happens when somebody does something in it: text in, text out. What the page looks like
stands in `templates`, and `script` only carries answers to `session` and puts up what comes back.
"""
