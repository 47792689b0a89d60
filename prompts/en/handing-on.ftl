# A referral isn’t theirs: whose it is, and why.

referral-handed-on = This was handed on. There is nothing more you need to do.
referral-notmine-title = Not mine
referral-notmine-owner = Whose is it, then?
referral-notmine-owner-hint = A name in your agency. Leave it empty, and everyone who could take it is asked.
referral-notmine-label = Why is it not yours?
referral-notmine-hint = Whoever recorded it can read this, and whoever has it next.
referral-notmine-submit = Hand it on
referral-handed-title = Handed on
referral-handed = Thank you. Others are asked now.
