### Slack’s own furniture: what isn’t said the same way on every platform.

slack-close = Close
slack-cancel = Cancel
slack-yes = Yes
slack-said-opens = “
slack-said-closes = ”
slack-option = { $option }: { $hint }
# In a list that is searched as one types.
slack-type-to-find = Type part of the name
slack-type-more = There are more: type more of the name
slack-error = ⚠️ Please look at this: { $text }
slack-more = There is more than fits here. Close something, and the rest will show.

# A callout’s tone is a sign and a word, never only a colour.
slack-tone-urgent = 🚨 Urgent:
slack-tone-warn = ⚠️ Please note:
slack-tone-note = ℹ️
slack-tone-done = ✅

slack-moment = One moment
slack-moment-line = This is taking a little longer than usual. It will open here.
slack-sorry = That didn’t work
slack-sorry-line = Something went wrong on our side, and nothing has changed. Please try again in a minute.
slack-not-opened = Slack could not open the form just now. Nothing was sent. Please try again in a minute. If it still does not open, tell your safeguarding lead in another way.
slack-not-shown = Slack could not show what comes next. What you did may have arrived all the same: look under My concerns before you do it again.
slack-not-sent = We could not check who you are just now, so nothing was sent. Your words are still here: please send them again in a minute.
slack-urgent = If someone is in danger now, call 999, or the number your organisation gives you.
slack-call = If someone is in danger now, call: { $routes }
slack-unknown = We don’t know that one. Type /upstander-help to see what you can do here.

# The launcher: the answer to a message or a mention.
slack-launcher = How can we help?
slack-launcher-line = Nothing you type here is kept. Press a button, and a form opens that only you can see.
slack-launcher-concern = Raise a concern
slack-launcher-challenge = Challenge a decision
slack-launcher-referral = Record a referral
slack-launcher-second-opinion = Ask for a second opinion
slack-launcher-mine = My concerns
slack-launcher-receipt = { receipt-title }
slack-launcher-help = { help-title }

# What stands in Slack’s own menus.
slack-app-name = Upstander
slack-app-line = Speak up in the moment, and be answered
slack-app-about = Raise a concern with the people who can act on it, or challenge a decision, in your own name, in confidence or anonymously, and hear back. A person picks it up, not a bot. If someone is in danger now, use your urgent route first.
slack-shortcut-concern = Raise a concern
slack-shortcut-concern-about = Opens a form; nothing is posted here
slack-shortcut-flag = Flag this message
slack-shortcut-flag-about = Raise a concern about this message, keeping a link to it
slack-shortcut-challenge = Challenge a decision
slack-shortcut-challenge-about = Opens a form; nothing is posted here
slack-shortcut-referral = Record a referral
slack-shortcut-referral-about = Opens a form; nothing is posted here
slack-shortcut-second-opinion = Ask for a second opinion
slack-shortcut-second-opinion-about = Opens a form; nothing is posted here
slack-shortcut-pause = Pause and challenge
slack-shortcut-pause-about = Pause a meeting, or ask its chair for a pause: opens a form
slack-shortcut-flag-decision = Challenge this decision
slack-shortcut-flag-decision-about = Challenge a decision in this message, keeping a link to it
slack-command-concern = Raise a concern: opens a form
slack-command-challenge = Challenge a decision: opens a form
slack-command-referral = Record a referral: opens a form
slack-command-second-opinion = Ask for a second opinion: opens a form
slack-command-pause = Pause this meeting to think, or ask its chair for a pause
slack-command-debrief = Look back together for five minutes
slack-command-mine = See your concerns, and what waits for you
slack-command-help = Who can help, and what Upstander does
slack-command-standin = Name who hears concerns while you are away
slack-command-language = Choose English or Welsh
slack-command-practice = Practise what to say, alone, for three minutes
slack-command-advocate = Whose turn it is to argue the other side
slack-command-thanks = Thank someone who spoke up, or changed their mind
slack-pages = Open Upstander in a browser
