"""The structure of official texts: the labels as typed, the tree of provisions, their anchors and citations."""
