# Two accounts of one person, which they link themselves.

accounts-title = Your accounts
accounts-intro = If you come here with two accounts, such as Teams at work and these pages at home, you can say that both are you.
accounts-how = Get a code on one of them, and enter it on the other. On each you see the name of the other before anything is linked.
accounts-from-now = From then on both show the same list, and can do the same. In a round you have one voice. Messages come to one of them. You can undo it at any time, from either.
accounts-hidden = What you raised without showing your name stays with the account you raised it from, and opens there alone.
accounts-are-one = These accounts are one person: you. What comes to one is there on all of them.
accounts-this = This account
accounts-one = Your other account
accounts-name = Name
accounts-where = Where
accounts-messages = Messages
accounts-messages-here = Come here
accounts-on-slack = Slack
accounts-on-teams = Microsoft Teams
accounts-on-web = Upstander’s pages in a browser
accounts-get-code = Get a code
accounts-enter-button = I have a code
accounts-part = Not one any more

accounts-code-title = Your code
accounts-code = Code
accounts-code-use = Open Upstander with your other account within ten minutes, choose “Your accounts” and “I have a code”, and enter it. Then come back here and say yes. It works once.
accounts-never-tell = Never give this code to anyone, and never enter one that someone gives you. Nobody from Upstander or your IT team will ask for it.

accounts-enter-title = Enter the code
accounts-enter-submit = Go on
accounts-code-label = Code
accounts-code-hint = You get it on your other account, under “Your accounts”. Capital letters and dashes do not matter.
accounts-nobody-asks = Only enter a code that you got yourself, just now. If someone gave it to you, they want to see what you see: please do not enter it.
accounts-code-wrong = This code opens nothing: it was mistyped, used, or more than ten minutes old. You can get a new one on your other account.
accounts-too-many = You have tried several codes. Please wait ten minutes, then try again with a new one.
accounts-same = This code comes from the same person. Please enter it on your other account.
accounts-already = One of these accounts is linked already. Please undo that first, or get the code on the account to which your messages come.
accounts-elsewhere = Only two accounts of the same agency can be one, and Upstander has to know both. Whoever looks after your partnership’s people can help.

accounts-sure-title = Is this you?
accounts-sure = If this is not your own account, say no. Otherwise whoever uses it could read your list and act in your name.
accounts-mine = Yes, both are mine
accounts-not-mine = No, stop
accounts-agreed-title = One step is left
accounts-agreed = Now open “Your accounts” on the account where you got the code, within half an hour, and say yes there too. Nothing is linked before that.

accounts-join-title = Is this you, too?
accounts-entered = Your code was entered on this account. If it is not your own, say no. Otherwise whoever uses it could read your list and act in your name.
accounts-main = Where shall messages come?
accounts-main-this = To this account: { $where }
accounts-main-other = To the other one: { $where }
accounts-join-submit = Yes, both are mine
accounts-joined-title = Both are one now
accounts-joined = You can go on with either of them. If you did not want this, undo it under “Your accounts”.
accounts-dropped-title = Stopped
accounts-dropped = Nothing was linked. The code opens nothing any more.
accounts-parted-title = Undone
accounts-parted = Each account is on its own again. What it had before is back with it. What you did since then is with the account to which your messages came.
accounts-over = This is over, or was never begun. Please look under “Your accounts”.
missing-main = Please choose one of the two.

accounts-news = Something about your accounts
accounts-news-text = Please look under “Your accounts” whether all is as you want it. If you began nothing there, say no, or undo it.
accounts-news-open = Your accounts
