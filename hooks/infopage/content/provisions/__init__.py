"""Official texts as structures: labels as typed, their places, anchors, the tree, and how a provision is cited."""
