"""The pages of this room: the meeting view, the debrief, people named, answers compared."""
