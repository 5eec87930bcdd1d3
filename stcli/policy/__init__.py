"""What a pipeline asks beyond the rules: late tasks, what is new, what a change set may not do."""
