# After a second opinion: what was decided, and what it becomes.

button-decide = Record what was decided
button-to-challenge = Make it a challenge
button-to-referral = Make it a referral
button-to-concern = Make it a concern
deciding-title = What was decided?
deciding-what = What was decided
deciding-why = Why
deciding-why-hint = Also if you went against an opinion: a reason is all it takes.
deciding-submit = Send
deciding-done-title = Recorded
deciding-done = Thank you. Those who answered hear it too.
opinion-not-yet = There is nothing to decide on yet, or it is recorded already. Open it to see where it stands.
