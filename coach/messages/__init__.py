"""The judgement of messages to a contact: one module for each idea, and `check` that asks them all."""
