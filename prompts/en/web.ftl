# The web pages’ own words: what stands around every page, and the demo.

web-skip = Skip to the main part
web-nav = Your pages
web-home = My concerns
web-meeting = Strategy meeting
web-stored-all = What is stored
web-stored-this = What is stored about this
web-switch = Be someone else
web-window = New window as…
web-you-are = You are
web-demo = A demo on your own computer. Nobody in it is real.
web-footer = Upstander is not an emergency service. If someone is in danger now, call 999.

web-error = Error:
web-problem = There is a problem
web-optional = (optional)
web-most = Up to { $most } characters.
web-left = { $left } characters left.
web-over = { $over } characters too many.
web-time-left = Time left:
web-minutes-left = { $minutes ->
    [one] One minute left.
   *[other] { $minutes } minutes left.
}
web-seconds-left = { $seconds } seconds left.
web-time-up = The time is up, unless the chair has added some. Look at this page again to see.
web-brought = You typed this here before. It has not been sent.
web-anew = Clear it
web-choose = Please choose
web-cancel = Cancel
web-back = Back to “My concerns”
web-print = Print this page
web-back-to-meeting = Back to the meeting
web-start = Back to the start

web-tone-urgent = Urgent:
web-tone-warn = Please check:
web-tone-note = Please note:
web-tone-done = Done:
web-not-shown = not shown

web-lead-in = Seen or heard something that worries you? Say so here. A person will answer.
web-something-new = There is something new for you. It is on this page, or behind “Raised without showing my name”.
web-hidden-no-mail = What you raise without showing your name never brings you an e-mail. Please look here now and then whether there is an answer.
web-messages = Messages
web-put-away = Clear
web-again = Refresh

web-clock = The demo’s clock says
web-to-slot = To the next slot ({ $slot })
web-to-day = To the next working day
web-to-due = To when something is due next
web-moment = { $weekday } { $day } { $month } { $year }, { $time }
web-moment-short = { $weekday } { $day } { $month }, { $time }
web-weekday = { $number ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}
web-month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

web-welcome = Welcome to { $partnership }
web-try-one = Choose who you are, and raise a concern, challenge a decision or record a referral. A concern or a challenge can be in your own name, in confidence or anonymous.
web-try-two = Then become one of the leads who hear it (a second window works best), and pick it up and answer.
web-try-three = Become the first person again and see what came back; the clock at the top can be moved on when something waits for its time.
web-who = Who are you?
web-which-agency = Which agency are they of?
web-show-people = Show its people
web-duty-lead = hears concerns
web-duty-administrator = looks after this agency
web-duty-partnership = looks after the partnership
web-duty-operator = keeps it running
web-see-stored = See what is stored

web-meeting-about = An example of a channel in which agencies talk about a family. Anything said here can be flagged, and a decision challenged: a link to the message is kept, not its words. The meeting can pause, too, so that everyone thinks for themselves before anyone speaks.
web-pause = Pause this meeting
web-debrief = Look back together
web-meeting-cards = In this meeting now
web-flag = Flag this message
web-flag-decision = Challenge this decision
web-post-1-who = Tom Barker, Anytown Police
web-post-1-time = 12 minutes ago
web-post-1-text = Thanks all for joining. Two calls to the address this month, no further action on either.
web-post-2-who = Sarah Lloyd, Anytown Community School
web-post-2-time = 9 minutes ago
web-post-2-text = Attendance is down to 61 %. The younger one told a teaching assistant that nobody was up in the morning.
web-post-3-who = Grace Okafor, Anytown Children’s Social Care
web-post-3-time = 5 minutes ago
web-post-3-text = It does not meet our threshold. She chooses to stay with him, so there is little that we can do.
web-post-4-who = Owen Pritchard, Anytown NHS Health Trust
web-post-4-time = 3 minutes ago
web-post-4-text = Can we move on? We have twenty minutes and three more families.

web-stored-list = Every concern in this demo, by its day. In a real partnership nobody could open this page.
web-stored-none = Nothing is stored yet. Raise a concern, and come back.
web-stored-others = What is stored about other concerns
web-stored-honest = These are the real rows, as the databases hold them. Long runs of letters and digits are sealed: they can be opened only with the key, which lies elsewhere. Whoever runs the live server has that key.
web-waiting = What waits for its time, of all people: a concern that hasn’t gone out yet is here, and nothing here says which
web-stored-nothing = Nothing.
web-bytes = ({ $size } bytes)
web-store-main = The main database
web-store-main-about = It is backed up. Nothing in it can be worked back to someone who stayed anonymous.
web-store-keyring = The keyring
web-store-keyring-about = It is never backed up. It holds the sealed link back to whoever raised this, and that is deleted when the concern is closed.

web-table-thread = The concern: what kind it is, where it stands, the day it came. A name is here only if it was given.
web-table-referral = The referral: what kind it is, who has it, by when it is due. It is always in someone’s name.
web-table-thread-key = The wrapped key to this concern’s words. Without it they can never be read again.
web-table-message = What was said, sealed, by the day.
web-table-audience = The leads who may read it.
web-table-card-sent = Where a lead’s card stands, so that it can say when someone has it.
web-table-outbox = Messages on their way.
web-table-step = What falls due, and when.
web-table-audit = What was done, by the day.
web-table-ring = The link back to whoever raised it, sealed. Rows of named concerns are fillers of the same length.
web-table-waiting = What waits, sealed, and when it goes out. Nothing says whose it is, or what.
web-table-other = Other rows that belong to it.

web-sorry-400 = We could not read that
web-sorry-400-text = What your browser sent was not complete. Please go back and try again.
web-sorry-403 = That can’t be done
web-sorry-403-text = This is not yours to do. Nothing has changed.
web-sorry-404 = There is no such page
web-sorry-404-text = It may have been closed, or the address may be wrong.
web-sorry-405 = That can’t be done from a link
web-sorry-405-text = Please use the button on the page. Nothing has changed.
web-sorry-413 = That is too long
web-sorry-413-text = Please say it in fewer words. Nothing was sent.
web-sorry-415 = We could not read that
web-sorry-415-text = Please use the form on the page. Nothing was sent.
web-sorry-old = This page is too old
web-sorry-old-text = It was opened before you last signed in, or your browser keeps no cookies. Please open it again.
web-sorry-kept = This is what you wrote. It stands here, so that you can copy it.
web-sorry-unsure = Here is what you wrote. It may have been sent: look at your own page before you send it again.
web-sorry-other = Something went wrong
web-sorry-other-text = That was our mistake, not yours. Please try again in a moment. If someone is in danger now, call 999.

# Signing in, and out.

sign-in-title = Sign in
sign-in-heading = Sign in to { $partnership }
sign-in-email = Your work e-mail address
sign-in-email-hint = We send you a link that opens once, within ten minutes.
sign-in-send = Send me a link
sign-in-no-mail = To sign in, ask whoever runs Upstander at your agency for a link.
sign-in-no-address = Enter an e-mail address, like name@school.example
sign-in-rest = Many links were asked for from your network. Please wait ten minutes, and try again.
sign-in-without = Without signing in
sign-in-privacy = We keep no record of who signs in, or when. Your browser does, and so does your mail server if you ask for a link.
sign-in-sent-title = Look in your mailbox
sign-in-sent = If that address is one of ours, a link is on its way. Open it in this browser, within ten minutes.
sign-in-sent-not = No link? Look in your junk folder, and check the address. Or ask whoever runs Upstander at your agency whether they have your address.
sign-in-open-title = Sign in with this link
sign-in-open = Press the button to sign in. The link then opens no more.
sign-in-as = You sign in as { $name }. If that isn’t you, cancel, and tell whoever gave you the link.
sign-in-out-first = { $name } is signed in here now. As soon as you press the button, { $name } is signed out here. If { $name } is still writing something, let it be sent first.
sign-in-look-again = Nothing has happened yet. Since this page was opened, someone has signed in or out in this browser, or the browser keeps no cookies. Look again who is signed in here, and press the button once more.
sign-in-go = Sign in
sign-in-other-browser = This link doesn’t open here: it was used already, it is more than ten minutes old, or it was asked for in another browser. Open it in that one, or ask for a new one here.
sign-in-link-closed = This link doesn’t open here: it was used already, it is more than ten minutes old, or it was asked for in another browser.
sign-in-link-title = A link opens once
sign-in-already = If you are { $name }, you needn’t open it again: you are signed in here. If you aren’t, sign out here first, and then ask for a link of your own.
sign-in-link-over = This link doesn’t open any more: it was used, or its time is over. Ask for a new one.
sign-in-letter-title = Your link to Upstander
sign-in-letter =
    Open this link in the browser where you asked for it, within ten minutes:

    { $link }

    If you didn’t ask for it, you needn’t do anything. Nobody can sign in without this message.
sign-in-ended = You are not signed in here. Signing in ends after half an hour in which you do nothing, after twelve hours, when you sign out here or everywhere, and when you are no longer in the partnership. Please sign in again. If you can’t, ask whoever runs Upstander at your agency.
sign-in-ended-title = You are signed out
sign-in-kept = What you wrote was not sent. It stands here, so that you can copy it.
sign-in-you-wrote = You wrote
sign-in-again = Sign in again
sign-in-microsoft = Sign in with Microsoft
sign-in-slack = Sign in with Slack
sign-in-own = Sign in with your organisation
sign-in-with = Sign in with { $name }
sign-in-began-elsewhere = Sign in anew: it was not begun in this browser, or more than ten minutes ago.
sign-in-not-known = We don’t know this account, so you are not signed in. Ask whoever runs Upstander at your agency to add you, or use the account of your own organisation.
sign-in-away = We can’t reach the place where you sign in. Please try again in a moment. If someone is in danger now, call 999.
sign-out = Sign out
sign-out-ask = Close your pages on this computer, or on every computer and phone on which you have signed in.
sign-out-here = Sign out here
sign-out-everywhere = Sign out everywhere
sign-out-everywhere-hint = Sign out everywhere if you left your pages open somewhere, or lost a phone.
sign-out-done = You are signed out.

# The operator's page.

operating-title = Running Upstander
operating-about = How it stands for those who run it. Nothing that anyone wrote is here, and nothing says who raised anything.
operating-undelivered = What can’t be delivered
operating-undelivered-about = These messages have not arrived. What waits goes out by itself once its cause is fixed. If you give one up, it is tried no more, and others are asked in that person’s place. You can still send it again.
operating-all-arrived = Everything has arrived.
operating-all = Send all again
operating-again = Send again
operating-end = Give up
operating-since = since { $day }
operating-tried = { $count ->
    [0] It waits.
    [one] It waits, and was tried once.
   *[other] It waits, and was tried { $count } times.
}
operating-busy = Its platform is busy or away.
operating-given-up = It was given up.
operating-more = { $count ->
    [one] One more is not shown.
   *[other] { $count } more are not shown.
}
operating-no-agency = About no concern
kind-of-concern = A concern
kind-of-challenge = A challenge
kind-of-referral = A referral
kind-of-second-opinion = A second opinion
kind-of-pause = A pause
kind-of-thanks = Thanks
kind-of-advocate = The advocate’s rota
kind-of-debrief = A look back
kind-of-asked = A request for a pause
kind-of-practice = Practice in a channel
operating-no-kind = A hello, or the morning’s list
operating-done-again = It goes out again now.
operating-done-end = It was given up, and others are asked.
operating-done-none = Nothing has changed: it has arrived meanwhile, or was given up already.
operating-health = How it runs
operating-ready = It takes what people send.
operating-not-ready = It isn’t ready. The command upstander check says why.
operating-state-ok = well
operating-state-away = can’t be reached from here
operating-state-wrong = something needs fixing. The command upstander check says what.
operating-state-starting = not asked yet
operating-fault = { $name } turns our messages away:
operating-late = { $count ->
    [one] One step is late.
   *[other] { $count } steps are late.
}
operating-credentials = Credentials
operating-no-credentials = None are set.
operating-ends = ends on { $day }
operating-ended = ended on { $day }
operating-ends-soon = Make a new one now.
operating-ends-unknown = nobody has written down when it ends. Do so in UPSTANDER_EXPIRES.
operating-kept = What is kept, and what goes
operating-due = { $count ->
    [one] One case was closed more than { $days } days ago, and goes with the next purge.
   *[other] { $count } cases were closed more than { $days } days ago, and go with the next purge.
}
operating-held = { $count ->
    [one] One case is under legal hold.
   *[other] { $count } cases are under legal hold.
}
operating-due-held = { $count ->
    [one] One of them would go otherwise.
   *[other] { $count } of them would go otherwise.
}
operating-held-which = Which ones
operating-backup = The last backup from this server was made on { $day }.
operating-no-backup = No backup was made from this server, as far as it knows.

web-people-file-hint = Save your spreadsheet as CSV. Its first line names the columns: name, agency (its short name), title, and if you like id, email and language. At most { $most } people.
