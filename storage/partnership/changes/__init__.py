"""How a partnership changes while it is served: differences, versions, and who may decide them."""
