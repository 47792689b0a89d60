# Thirty and ninety days on, for whoever kept an address for it.

button-afterwards = Answer two questions
button-gone = Don’t ask me: delete the link back to me
afterwards-title = How did it go for you?
afterwards-intro = We only count the answers, with other people’s, once the quarter is over and at least five people answered. They are not kept with what you raised, and not with your name. Each person’s answers count once.
worse-label = Were you treated worse because you spoke up?
worse-no = No
worse-yes = Yes
worse-unsaid = I would rather not say
again-label = Would you speak up again?
again-yes = Yes
again-no = No
again-unsaid = I would rather not say
afterwards-submit = Send
afterwards-done = Thank you. It helps us to see if speaking up is safe here. If you were treated worse, please raise that as a new concern.
afterwards-counted = Your answers are in already, and count once. There is nothing more to do. If you were treated worse since, please raise that as a new concern.
missing-worse = Please choose an answer. “I would rather not say” is fine.
missing-again = Please choose an answer. “I would rather not say” is fine.
gone-title = We cannot reach you now
gone-done = The link back to you is deleted. We cannot ask you about this any more. Thank you for speaking up.
gone-not-closed = This is still open, so we still need the link back to you. Please close it first.
