"""Lists of messages, their feeds and maps, and how much of each message is shown."""
