"""What directives, tasks and agencies are called, whether or not their files are right."""
