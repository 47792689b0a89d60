"""What a partnership says about speaking up: words to start from, and words that wound."""
