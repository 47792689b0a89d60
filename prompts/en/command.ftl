# Kind refusals before any command has begun. Each says what to do next.

unknown-verb = I do not know that one any more. Please open Upstander again and try from there.
guest = I do not know which agency you belong to, so I cannot take this from you here. Please talk to your safeguarding lead. If someone is in danger now, ring 999.
form-too-old = This form cannot be sent any more. Nothing was sent. Please copy your words, open a new form and send them from there.
not-yours = You cannot open this. Only the person who raised it can, and not after it is closed if they gave no name. You can raise a new concern.
