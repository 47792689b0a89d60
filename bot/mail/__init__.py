"""Letters: what leaves by e-mail, over TLS or not at all."""
