# The web pages’ own words: what stands around every page, and the demo.

web-skip = Skip to the main part
web-nav = Your pages
web-home = My concerns
web-new = (new)
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
web-choose = Please choose
web-cancel = Cancel
web-back = Back to “My concerns”
web-back-to-meeting = Back to the meeting
web-start = Back to the start

web-tone-urgent = Urgent:
web-tone-warn = Please check:
web-tone-note = Please note:
web-tone-done = Done:

web-lead-in = Seen or heard something that worries you? Say so here. A person will answer.
web-something-new = There is something new for you. It is on this page, or behind “Raised without showing my name”.
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
web-lead = hears concerns
web-see-stored = See what is stored

web-meeting-about = An example of a channel in which agencies talk about a family. Anything said here can be flagged, and a decision challenged: a link to the message is kept, not its words. The meeting can pause, too, so that everyone thinks for themselves before anyone speaks.
web-pause = Pause this meeting
web-debrief = Look back together
web-meeting-cards = In this meeting now
web-flag = Flag this message
web-flag-decision = Challenge this decision
web-post-1-who = Tom Barker, Anytown Police
web-post-1-time = 10:02
web-post-1-text = Thanks all for joining. Two calls to the address this month, no further action on either.
web-post-2-who = Sarah Lloyd, Anytown Community School
web-post-2-time = 10:05
web-post-2-text = Attendance is down to 61 %. The younger one told a teaching assistant that nobody was up in the morning.
web-post-3-who = Grace Okafor, Anytown Children’s Social Care
web-post-3-time = 10:09
web-post-3-text = It does not meet our threshold. She chooses to stay with him, so there is little that we can do.
web-post-4-who = Owen Pritchard, Anytown NHS Health Trust
web-post-4-time = 10:11
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
web-sorry-other = Something went wrong
web-sorry-other-text = That was our mistake, not yours. Please try again in a moment. If someone is in danger now, call 999.
