# The e-mail that says that something waits, and whether somebody wants it.

email-subject = Something waits for you in Upstander
email-text =
    Something waits for you in Upstander. You can read it here:

    { $url }

    This e-mail always says the same. So nobody who sees it learns what it is about, or who it is from.

    Please do not answer it: nobody reads what is sent back. If someone is in danger now, call 999.

    You can stop these e-mails: sign in, and choose “E-mail”.

email-title = E-mail
email-submit = Save
email-label = Shall we write to you when something waits for you here?
email-way-on = Yes, write to me
email-way-on-hint = In your agency’s hours, at most once in half an hour; in danger, at once.
email-way-off = No, only if someone may be in danger
email-way-off-hint = Nothing else tells you then: please look here yourself.
email-kept = The e-mail always says the same: that something waits. Your mail server keeps that it came, and when. Those who look after it can see that.
email-hidden = What you raise without showing your name never brings you an e-mail. Please look here yourself whether there is an answer.
email-done-title = Saved
email-done-on = From now on we write to you when something waits for you.
email-done-off = From now on we write to you only if someone may be in danger. Please look here yourself whether something waits.
email-none = We have no e-mail address of yours, so we can’t write to you. Whoever looks after your partnership’s people can add one.

missing-email = Please choose one of the two.
