"""Microsoft Teams: what people do there becomes our events, and our shapes become their cards."""
