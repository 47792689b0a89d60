# Learning a name that was given in confidence, when there is no other way.

glass-title = The name is needed
glass-intro = This was raised in confidence. The name is opened only if a second person agrees. It goes on record, and the person is told unless that would put someone at risk. For anything raised anonymously this is not possible at all.
glass-why = Why is there no other way?
glass-why-hint = For example: someone may come to harm, and only this person can say where.
glass-tell = Is it safe to tell the person?
glass-tell-yes = Yes, they are told
glass-tell-no = No, it would put someone at risk
glass-submit = Ask a second person
glass-asked-title = A second person is asked
glass-asked = Others with responsibility are asked to agree. If one does, both of you see the name here.
glass-card = Someone asks to open a name that was given in confidence
glass-asked-by = Asked by
glass-agreed-by = Agreed by
glass-told = Is the person told?
glass-waiting = This waits for a second person to agree. If you do not agree, do nothing, and talk to the person who asks.
glass-opened = Two people have opened the name. It is on record.
button-agree = I agree: open the name
glass-not-here = There is no name to open here. It is possible only for what was raised in confidence, and only while it is open. If someone is in danger now, please use the urgent route.
glass-asked-already = Someone has asked for this already. Please close this and open it again to see how it stands.
glass-two-people = A second person has to agree: someone with responsibility in that agency, and not the one who asked. Please wait for them, or talk to them.
glass-nobody = There is no second person who could agree. Please ask whoever runs Upstander to name managers in the partnership’s file.
missing-tell = Please say if it is safe to tell the person.
