# Looking back after a meeting, for five minutes.

debrief-button = Look back at a meeting
debrief-title = A look back
debrief-intro = Five minutes, right after a meeting or a pause. Nobody has to take part. Everyone answers alone; then you read it together.
debrief-never = This is for learning. It is never for investigating anyone.
debrief-credit = The questions follow STOP5, the hot debrief of Walker and colleagues at the Royal Infirmary of Edinburgh, and the after-action review.
debrief-what-label = What do we look back at?
missing-look-back = Please write what you look back at.
debrief-submit = Begin
debrief-well = What went well?
debrief-well-hint = Also small things. Names only to thank somebody.
debrief-hard = What was hard?
debrief-hard-hint = What happened that we did not expect?
debrief-change = What would we do differently?
debrief-change-hint = About how we work, not about who is to blame.
debrief-next = What next?
debrief-next-hint = Points to action. They can become referrals.
debrief-once = A look back has been offered already. Once is enough.
