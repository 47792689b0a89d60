# A moderator looks at a conversation that may be abusive.

moderate-title = Ask a moderator to look
moderate-label = What is wrong with it?
moderate-hint = The person who raised it is not told. It stays open and must still be answered.
moderate-submit = Ask
moderate-done-title = A moderator is asked
moderate-done = They look at it and decide. Nothing changes for you meanwhile.
moderate-left-title = Left as it is
moderate-left = The conversation goes on as it was. Nobody was told.
moderator-card = You are asked to look at a conversation with { $agency }
reviewer-card = Please read a conversation with { $agency } in place of its owner
divert-done-title = Diverted
divert-done = What is said from now on goes to an independent reviewer. Nothing is dropped, and neither side sees a difference.
diverted-already = This is with a reviewer already.
no-reviewer = No reviewer is free for this. Please ask whoever runs Upstander to name one in the partnership’s file.
