"""What is delivered of a task: by period, by member, and before another task can begin."""
