# A concern that is held until others have seen the same: the form, its page, and what comes of it.

together-title = Raise it together
together-button = Raise it together
together-submit = Hold it
together-intro = Do you not want to be the only one? Then we hold your concern. No lead gets it until enough people have written about the same. Then all of them go to the leads together. You do not need to know of each other.
together-alike = Until then you can take it back, or send it alone. We tell nobody that something is held, or how many there are. You are not told either. It counts after one to five days, so that nobody can tell who came last.
together-line-practice = The safeguarding leads of { $agency } get it once { $count } people have written about the same kind of thing there{ $agencies ->
    [two] , from two agencies or more
   *[any] {""}
  }. You count as one.
together-line-case = The safeguarding leads of { $agency } get it once { $count } people have written about the same case, home, meeting or process there{ $agencies ->
    [two] , from two agencies or more
   *[any] {""}
  }. You count as one.
together-line-there = the agency you choose
together-change = Change who gets it, how many, what is the same
together-agency-label = Whose decision or practice is it?
together-agency-hint = The safeguarding leads there get it, once there are enough of you. Others must choose the same agency.
together-same-label = What makes it the same?
together-same-practice = The same kind of thing, at this agency
together-same-practice-hint = Others choose this agency, and the same kind of thing.
together-same-case = The same case, home, meeting or process
together-same-case-hint = Others choose this agency, and the same number or name below.
together-reference-label = Its number or name
together-reference-hint = Please write it if you choose “{ together-same-case }”. The name of the home, the number of the case: as everyone there calls it. No names of children or adults. Capitals, spaces and signs make no difference.
together-reference-missing = Please write the number or name by which others know it too. Or choose “{ together-same-practice }”.
together-many-label = How many people must there be, with you?
together-many-hint = One person counts once. Someone could write only to find out if you have: the higher the number, the harder that is. With two, one other person is enough.
together-people = { $count } people
together-two-label = They must be from two agencies, or more
together-two-hint = Then people from your own agency alone do not open it.
together-confidence = Only the lead who picks it up sees your name, and only once it has gone out. Until then nobody does. Slack or Teams administrators, and whoever runs the live server, may still be able to identify you.
together-missing-how = Please choose: in confidence or anonymously.
missing-people = Please choose how many, from 2 to 5.
missing-same = Please choose what makes it the same.
together-enough = You hold as many as you can at one time. Take one back, or send one alone, and then you can hold another. If someone is in danger now, raise a concern instead: that goes out at once.

## It is held

together-sent-title = Your concern is held
together-sent-slot = Nobody has got your concern. It goes to { $agency } once enough people have written about the same.
together-sent-next = What happens next: when it has gone out, we tell you. Until then you hear nothing from us, and that says nothing about others.
together-sent-asked = If it is still held on { $day }, we ask you what to do with it. That is the same for everyone.

together-state-waiting = This has not gone to { $agency } yet. It waits until enough people have written about the same. You can still take it back. If we hear nothing, it is deleted on { $until }.
together-held = This is held until { $count } people have written about the same{ $agencies ->
    [two] , from two agencies or more
   *[any] {""}
  }. You count as one. We do not say whether others have written.
together-until = Nobody has read it. If it is still held on { $asked }, we send you a message. Then please choose: send it alone, hold it for longer, or take it back. If we hear nothing, it is deleted on { $until }.
together-alone-button = Send it alone
together-alone-title = Send it alone
together-alone-sure = It goes to the leads after a random wait of some minutes, whatever others do. Until it has gone out, you can still take it back.
together-alone-submit = Send it alone
together-alone-done = It is held no longer. It goes out after a random wait of some minutes.
together-longer-button = Hold it for longer
together-longer-title = Held for longer
together-longer-done = It is held for as long again, counted from today: until { $until }.
together-not-held = This is not held any more. Its page shows how far it has come.
bot-together = You were not the only one. Others have written about the same, and all of it went out together.
beside-button = See what came with it
beside-title = What came together
beside-intro = { $count ->
    [one] One other was held, too, and came to you on the same day. It may be about the same thing.
   *[other] { $count } others were held, too, and came to you on the same day. They may be about the same thing.
} Please look at them side by side, and answer each by itself. Do not try to find out who wrote them.
beside-none = Nothing else that you can read came with this. What you have is under “My concerns”.
answer-held = Your words are added, and held with the rest. They go out when all of it does.
bot-together-lead = This was held until others had seen the same. Others did, and all of it went out together. Please do not try to find out who they are.
brought-danger = Nothing has gone out yet. If someone is in danger, a concern is never held. Call 999 if it is urgent. Then please look at this and send it now: it goes out at once.
