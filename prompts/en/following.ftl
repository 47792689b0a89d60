# What people do with a referral that is theirs: help, later.

referral-help-title = I need help
referral-help-label = What is in the way?
referral-help-hint = People further up in your agency can read this, and whoever recorded it. No names.
referral-help-submit = Ask for help
referral-helped-title = Help is asked for
referral-helped = They have been told. It stays yours.
referral-helped-none = It is noted, and whoever recorded it has been told. There is nobody above you who could be asked: please ring whoever can help.
referral-later-title = Ask me later
referral-later-when = When shall we ask again?
later-hours = In two hours
later-tomorrow = On the next working day
later-day = On a day I choose
referral-later-day = Which day, if you choose one?
referral-later-which = Please choose a day from tomorrow on.
missing-later = Please choose when we should ask again.
referral-later-submit = Ask me then
referral-not-for-you = This is not waiting for you. It may be done, or someone else may have it.
