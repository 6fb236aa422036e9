"""One text naming another: mentions become links, quotations are held against what they quote."""
