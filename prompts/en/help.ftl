# What can be done here, in a few lines.

help-title = What Upstander does
help-what = Seen or heard something that worries you? You can speak up here: by name, in confidence or anonymously. A person picks it up, and you hear back. If nobody does, we ask others and tell you. You can challenge a decision: whoever made it must answer, with a reason. You can record a referral, and ask for a second opinion. “My concerns” shows every step.
