"""The pieces of the HTML report: records of findings and sources, strips and lines on an axis, what the page holds."""
