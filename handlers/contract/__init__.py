"""What a handler takes and gives. Nothing here can reach a platform, and nothing here sends.

A handler is an async function of (who, event, repository) that returns outcomes as values.
"""
