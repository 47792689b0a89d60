# Awaiting a Welsh reader
# Ateb mewn rownd, pawb drostynt eu hunain.

voices-answer-title = Fy ateb
premortem-answer-title = Pam y methodd?
debrief-answer-title = Edrych yn ôl
pause-answer-label = Sut ydych chi’n teimlo amdano?
missing-answer = Dewiswch un o’r pedwar.
pause-line-label = Llinell, os hoffech
pause-line-hint = Gall gael ei dangos i bawb, heb eich enw. Ysgrifennwch fel na all neb ddweud mai chi oedd.
premortem-line-label = Mae’n flwyddyn yn ddiweddarach, ac fe fethodd. Pam?
pause-answer-submit = Rhoi fy ateb
pause-code-wrong = Nid yw’r cod hwn yn agor saib ar hyn o bryd. Gwiriwch ef, neu gofynnwch i’r cadeirydd am un arall.
pause-code-used = Defnyddiwyd y cod hwn yn y rownd hon eisoes. Mae gan bob cod un llais.
