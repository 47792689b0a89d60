"""What any concern needs, in whichever way it is raised: its topics, and who would hear it."""
