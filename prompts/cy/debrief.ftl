# Awaiting a Welsh reader
# Edrych yn ôl ar ôl cyfarfod, am bum munud.

debrief-button = Edrych yn ôl ar gyfarfod
debrief-title = Edrych yn ôl
debrief-intro = Pum munud, yn syth ar ôl cyfarfod neu saib. Does dim rhaid i neb gymryd rhan. Mae pawb yn ateb ar eu pen eu hunain; yna rydych yn ei ddarllen gyda’ch gilydd.
debrief-never = Mae hyn ar gyfer dysgu. Nid yw byth ar gyfer ymchwilio i neb.
debrief-credit = Mae’r cwestiynau’n dilyn STOP5, trafodaeth yn y fan a’r lle gan Walker a chydweithwyr yn y Royal Infirmary of Edinburgh, a’r adolygiad ar ôl gweithredu.
debrief-what-label = Ar beth rydym yn edrych yn ôl?
missing-look-back = Ysgrifennwch ar beth rydych yn edrych yn ôl.
debrief-submit = Dechrau
debrief-well = Beth aeth yn dda?
debrief-well-hint = Pethau bach hefyd. Enwau dim ond i ddiolch i rywun.
debrief-hard = Beth oedd yn anodd?
debrief-hard-hint = Beth ddigwyddodd nad oeddem yn ei ddisgwyl?
debrief-change = Beth fyddem yn ei wneud yn wahanol?
debrief-change-hint = Am sut rydym yn gweithio, nid am bwy sydd ar fai.
debrief-next = Beth nesaf?
debrief-next-hint = Pwyntiau gweithredu. Gallant ddod yn atgyfeiriadau.
debrief-once = Cynigiwyd edrych yn ôl eisoes. Mae unwaith yn ddigon.
