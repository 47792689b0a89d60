"""Names of the message actions, as the app manifest declares them and Teams sends them back."""

FLAG = "flag"
CONCERN = "concern"
