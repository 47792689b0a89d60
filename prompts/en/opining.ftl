# Giving a second opinion.

button-opinion = Give my opinion
button-decline = I can’t
opining-title = Your opinion
opining-verdict-label = How do you see it?
missing-opinion = Please choose one.
opining-why-hint = What you base it on. Whoever asked reads it, and so do the others who answer.
opining-submit = Send
opining-done-title = Thank you
opining-done = It is kept until everyone has answered, or the time is up. Then it is shown to all at once.
opining-declined-title = Thank you
opining-declined = Someone else is asked now. Nobody asks you why.
opinion-not-now = You cannot answer this any more: it was shown, you have answered, or you said that you can’t. Open it to read where it stands.
