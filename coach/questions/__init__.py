"""The eye on questions: what kind of question it is, what hurts in it, and the order in which to ask."""
