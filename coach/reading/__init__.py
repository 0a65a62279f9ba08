"""How a text is read before it is judged: the same signs, sentences, words, numbers, and the parts of a letter."""
