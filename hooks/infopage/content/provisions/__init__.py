"""The structure of official texts: labels of provisions (``Điều 5.``, ``a)``), their nesting, anchors and citations."""
