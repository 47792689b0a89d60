# Awaiting a Welsh reader
# Diolch i rywun: wrth ei enw, neu drwy’r sgwrs i bwy bynnag gododd rywbeth.

thanks-title = Diolch
thanks-button = Diolch i rywun
thanks-hidden = Maent yn gweld eich enw. Diolchir i rywun cudd ar dudalen eu hachos.
thanks-minded-known = A wnaethoch eu herio heb eich enw? Yna gall hyn ddangos mai chi oedd hynny.
thanks-why-label = Am beth?
thanks-why-spoke = Codi llais
thanks-why-minded = Newid eu meddwl o gael eu herio
missing-why = Dewiswch am beth.
thanks-whom-label = Eu henw
thanks-whom-unknown = Nid ydym yn adnabod neb o’r enw hwnnw. Gwiriwch y sillafu, neu diolchwch iddynt eich hun.
thanks-yourself = Dim ond chi sydd â’r enw hwnnw. Teipiwch enw rhywun arall.
thanks-whom-many = Mae gan fwy na { $most } o bobl yr enw hwnnw. Teipiwch y cyfan ohono.
thanks-today = Rydych wedi diolch iddynt heddiw’n barod. Mae unwaith y dydd yn ddigon, ac nid oes dim mwy yn cael ei anfon.
thanks-sent-to = Mae eich diolch ar ei ffordd at { $name }.
thanks-submit = Diolch iddynt
thanks-sent = Mae eich diolch ar ei ffordd. Os yw’r person yn ddienw, gall gymryd amser, i’w amddiffyn.
thanks-already = Mae rhywun wedi diolch iddynt yma eisoes. Mae unwaith yn ddigon, ac nid anfonir dim mwy.
thanks-card = Mae rhywun yn diolch i chi
thanks-for-spoke = Diolch i chi gan { $name }. Fe godoch eich llais, ac fe helpodd.
thanks-for-minded = Diolch i chi gan { $name }. Cawsoch eich herio, ac fe newidioch eich meddwl. Mae hynny’n gofyn dewrder.
listed-thanks = Diolch, { $day }
button-thanks = Dweud diolch
thank-label = Diolch iddynt am godi llais
thank-hint = Yr un geiriau i bawb, wrth ochr eich ateb.
said-thanks-you = Diolch am godi llais, { $day }
said-thanks-other = Diolch am godi llais. Fe helpodd ichi ei ddweud. { $day }

## Gan bwy bynnag a’i cododd at y rhai a atebodd

grateful-button = Diolch iddynt
grateful-done = Diolch am ei ddweud. Mae’n mynd allan yn yr un ffordd â phopeth rydych yn ei anfon yma, ac yn dweud dim ond eich bod yn diolch iddynt.
grateful-already = Rydych wedi diolch iddynt yma’n barod. Mae unwaith yn ddigon, ac nid oes dim mwy yn cael ei anfon.
said-grateful-you = Fe ddiolchoch i’r rhai a atebodd, { $day }
said-grateful-other = Diolch am wrando, ac am yr hyn a wnaethoch. Mae angen dewrder i edrych ar rywbeth eto. { $day }
