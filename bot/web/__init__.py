"""The web client: every page is made on the server and works without JavaScript."""
