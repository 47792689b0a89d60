# Answering in a round, each for themself.

voices-answer-title = My answer
premortem-answer-title = Why did it fail?
debrief-answer-title = A look back
pause-answer-label = How do you feel about it?
missing-answer = Please choose one of the four.
pause-line-label = A line, if you like
pause-line-hint = It may be shown to everyone, without your name. Write so that nobody can tell it was you.
premortem-line-label = It is a year later, and it failed. Why?
pause-answer-submit = Give my answer
pause-code-wrong = This code does not open any pause just now. Please check it, or ask the chair for another one.
pause-code-used = This code has been used in this round already. Every code has one voice.
