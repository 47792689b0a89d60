# A meeting's rota: whose turn it is to argue the other side next time.

advocate-title = The other side
advocate-button = Argue the other side
advocate-intro = In each meeting one of you argues the other side: what speaks against where you are all heading? You take turns. Whoever is next hears it the working day before, and can say no with one press.
advocate-genuine = Do you truly see it another way? Then say so, also when it is not your turn. That counts for more than someone who was asked to.
advocate-where = Please do this in the channel or chat of the meeting.
advocate-gone = There are no turns here any more. Type the command again in the channel or chat of the meeting.
advocate-full = Enough people take turns here already. Please ask one of them to make room.
advocate-people = These people take turns: { $names }.
advocate-turn = On { $day } it is the turn of { $name }.
advocate-turn-some-day = It is { $name }’s turn next. Please set the day of the next meeting.
advocate-nobody = It is no one’s turn next time.
advocate-join = I’ll take turns
advocate-leave = No more turns for me
advocate-skip = Not this time
advocate-look = Who takes turns
advocate-joined = You take turns from now on.
advocate-left = You take no more turns here.
advocate-skipped = That is fine. Someone else is asked, and no one asks you why. You keep your place for the next time.
advocate-not-yours = It is not your turn just now.
advocate-day-button = Set the next meeting
advocate-day-title = The next meeting
advocate-day-label = When is the next meeting?
advocate-day-submit = Save
advocate-day-done = Saved. Whoever’s turn it is hears it the working day before.
advocate-day-far = Please choose a day within a year from now.
advocate-day-over = That day is over. Please choose a later one.
missing-meeting = Please choose the day of the next meeting.
advocate-weeks-label = How often do you meet?
advocate-weeks = { $weeks ->
    [0] No set rhythm
    [one] Every week
   *[other] Every { $weeks } weeks
}
missing-weeks = Please choose how often you meet.
advocate-card = Next time you argue the other side
advocate-yours = In your meeting on { $day } it is your turn. Say as well as you can what speaks against where the others are heading.
listed-advocate = Turns to argue the other side, since { $day }
