# Awaiting a Welsh reader
# Rota cyfarfod: tro pwy yw hi i ddadlau’r ochr arall y tro nesaf.

advocate-title = Yr ochr arall
advocate-button = Dadlau’r ochr arall
advocate-intro = Ym mhob cyfarfod mae un ohonoch yn dadlau’r ochr arall: beth sy’n siarad yn erbyn y cyfeiriad rydych i gyd yn mynd iddo? Rydych yn cymryd tro. Mae pwy bynnag sydd nesaf yn clywed y diwrnod gwaith cynt, a gall ddweud na gydag un pwysiad.
advocate-genuine = Ydych chi wir yn ei gweld hi’n wahanol? Yna dywedwch hynny, hefyd pan nad eich tro chi ydyw. Mae hynny’n cyfrif mwy na rhywun y gofynnwyd iddo.
advocate-where = Gwnewch hyn yn sianel neu sgwrs y cyfarfod.
advocate-gone = Nid oes tro yma bellach. Teipiwch y gorchymyn eto yn sianel neu sgwrs y cyfarfod.
advocate-full = Mae digon o bobl yn cymryd tro yma eisoes. Gofynnwch i un ohonynt wneud lle.
advocate-people = Mae’r bobl hyn yn cymryd tro: { $names }.
advocate-turn = Ar { $day }, tro { $name } yw hi.
advocate-turn-some-day = Tro { $name } yw hi nesaf. Gosodwch ddiwrnod y cyfarfod nesaf.
advocate-nobody = Nid tro neb yw hi y tro nesaf.
advocate-join = Byddaf yn cymryd tro
advocate-leave = Dim mwy o droeon i mi
advocate-skip = Nid y tro hwn
advocate-look = Pwy sy’n cymryd tro
advocate-joined = Rydych yn cymryd tro o hyn ymlaen.
advocate-left = Nid ydych yn cymryd tro yma mwyach.
advocate-skipped = Mae hynny’n iawn. Gofynnir i rywun arall, ac nid oes neb yn gofyn pam. Rydych yn cadw eich lle at y tro nesaf.
advocate-not-yours = Nid eich tro chi yw hi nawr.
advocate-day-button = Gosod y cyfarfod nesaf
advocate-day-title = Y cyfarfod nesaf
advocate-day-label = Pryd mae’r cyfarfod nesaf?
advocate-day-submit = Cadw
advocate-day-done = Wedi’i gadw. Mae pwy bynnag sydd â’r tro yn clywed y diwrnod gwaith cynt.
advocate-day-far = Dewiswch ddiwrnod o fewn blwyddyn i heddiw.
advocate-day-over = Mae’r diwrnod hwnnw drosodd. Dewiswch un diweddarach.
missing-meeting = Dewiswch ddiwrnod y cyfarfod nesaf.
advocate-weeks-label = Pa mor aml ydych chi’n cyfarfod?
advocate-weeks = { $weeks ->
    [0] Dim rhythm penodol
    [one] Bob wythnos
    [two] Bob pythefnos
   *[other] Bob { $weeks } wythnos
}
missing-weeks = Dewiswch pa mor aml rydych yn cyfarfod.
advocate-card = Y tro nesaf chi sy’n dadlau’r ochr arall
advocate-yours = Yn eich cyfarfod ar { $day }, eich tro chi yw hi. Dywedwch cystal ag y gallwch beth sy’n siarad yn erbyn y cyfeiriad y mae’r lleill yn mynd iddo.
listed-advocate = Troeon i ddadlau’r ochr arall, ers { $day }
