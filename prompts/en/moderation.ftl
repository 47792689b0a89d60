# A moderator looks at a conversation that may be abusive.

moderate-title = Ask a moderator to look
moderate-label = What is wrong with what was written?
moderate-hint = The person who raised it is not told. It stays open and must still be answered.
moderate-submit = Ask
moderate-done-title = A moderator is asked
moderate-done = They look at it and decide. Until then nothing changes for you: please still answer it.
moderate-left-title = Left as it is
moderate-left = The conversation goes on as before. Nobody is told.
moderator-card = You are asked to look at a conversation with { $agency }
reviewer-card = Please read a conversation with { $agency } in place of the person it was sent to
divert-done-title = Passed to a reviewer
divert-done = What the person writes from now on goes to an independent reviewer. Nothing is lost, and neither side sees a difference.
diverted-already = A reviewer has this already. There is nothing more you need to do.
no-reviewer = No reviewer is free for this. Please ask whoever runs Upstander to name one in the partnership’s file.
no-moderator = No moderator is free for this. Please ask whoever runs Upstander to name one in the partnership’s file, and answer the challenge meanwhile.
