# Awaiting a Welsh reader
# Pryder sy’n cael ei ddal nes bod eraill wedi gweld yr un peth: y ffurflen, ei dudalen, a’r hyn a ddaw ohono.

together-title = Ei godi gyda’n gilydd
together-button = Ei godi gyda’n gilydd
together-submit = Ei ddal
together-intro = Ddim eisiau bod yr unig un? Yna byddwn yn dal eich pryder. Nid oes yr un arweinydd yn ei gael nes bod digon o bobl wedi ysgrifennu am yr un peth. Yna mae pob un yn mynd at yr arweinwyr gyda’i gilydd. Nid oes angen i chi wybod am eich gilydd.
together-alike = Tan hynny gallwch ei dynnu’n ôl, neu ei anfon ar ei ben ei hun. Nid ydym yn dweud wrth neb fod rhywbeth yn cael ei ddal, na faint sydd. Nid ydym yn dweud wrthych chi chwaith. Mae’n cyfrif ar ôl un i bum diwrnod, fel na all neb ddweud pwy ddaeth olaf.
together-line-practice = Arweinwyr diogelu { $agency } fydd yn ei gael, unwaith y bydd { $count ->
    [2] 2 berson
    [3] 3 pherson
   *[other] { $count } o bobl
  } wedi ysgrifennu am yr un math o beth yno{ $agencies ->
    [two] , o ddwy asiantaeth neu fwy
   *[any] {""}
  }. Rydych chi’n cyfrif fel un.
together-line-case = Arweinwyr diogelu { $agency } fydd yn ei gael, unwaith y bydd { $count ->
    [2] 2 berson
    [3] 3 pherson
   *[other] { $count } o bobl
  } wedi ysgrifennu am yr un achos, cartref, cyfarfod neu broses yno{ $agencies ->
    [two] , o ddwy asiantaeth neu fwy
   *[any] {""}
  }. Rydych chi’n cyfrif fel un.
together-line-there = yr asiantaeth a ddewiswch
together-change = Newid pwy sy’n ei gael, faint, beth sydd yr un peth
together-agency-label = Penderfyniad neu arfer pwy yw hwn?
together-agency-hint = Yr arweinwyr diogelu yno sy’n ei gael, unwaith y bydd digon ohonoch. Rhaid i eraill ddewis yr un asiantaeth.
together-same-label = Beth sy’n ei wneud yr un peth?
together-same-practice = Yr un math o beth, yn yr asiantaeth hon
together-same-practice-hint = Dewis eraill: yr asiantaeth hon, a’r un math o beth.
together-same-case = Yr un achos, cartref, cyfarfod neu broses
together-same-case-hint = Dewis eraill: yr asiantaeth hon, a’r un rhif neu enw isod.
together-reference-label = Ei rif neu ei enw
together-reference-hint = Ysgrifennwch ef os ydych yn dewis “{ together-same-case }”. Enw’r cartref, rhif yr achos: fel y mae pawb yno yn ei alw. Dim enwau plant nac oedolion. Nid yw priflythrennau, bylchau ac arwyddion yn gwneud gwahaniaeth.
together-reference-missing = Ysgrifennwch y rhif neu’r enw y mae eraill yn ei adnabod hefyd. Neu dewiswch “{ together-same-practice }”.
together-many-label = Faint o bobl sydd eu hangen, gyda chi?
together-many-hint = Mae un person yn cyfrif unwaith. Gallai rhywun ysgrifennu dim ond i gael gwybod a ydych chi wedi gwneud: po uchaf y rhif, anoddaf yw hynny. Gyda dau, mae un person arall yn ddigon.
together-people = { $count ->
    [2] 2 berson
    [3] 3 pherson
   *[other] { $count } o bobl
  }
together-two-label = Rhaid iddynt fod o ddwy asiantaeth, neu fwy
together-two-hint = Yna nid yw pobl o’ch asiantaeth eich hun yn unig yn ei agor.
together-confidence = Dim ond yr arweinydd sy’n ei dderbyn sy’n gweld eich enw, a dim ond wedi iddo fynd allan. Tan hynny nid oes neb yn ei weld. Gall gweinyddwyr Slack neu Teams, a phwy bynnag sy’n rhedeg y gweinydd byw, fod yn gallu eich adnabod o hyd.
together-missing-how = Dewiswch: yn gyfrinachol neu’n ddienw.
missing-people = Dewiswch faint, o 2 i 5.
missing-same = Dewiswch beth sy’n ei wneud yr un peth.
together-enough = Rydych yn dal cymaint ag y gallwch ar un adeg. Tynnwch un yn ôl, neu anfonwch un ar ei ben ei hun, ac yna gallwch ddal un arall. Os oes rhywun mewn perygl nawr, codwch bryder yn lle hynny: mae hynny’n mynd allan ar unwaith.

## Mae’n cael ei ddal

together-sent-title = Pryder yn cael ei ddal
together-sent-slot = Nid oes neb wedi cael eich pryder. Mae’n mynd at { $agency } unwaith y bydd digon o bobl wedi ysgrifennu am yr un peth.
together-sent-next = Beth sy’n digwydd nesaf: pan fydd wedi mynd allan, byddwn yn dweud wrthych. Tan hynny ni chlywch ddim gennym, ac nid yw hynny’n dweud dim am eraill.
together-sent-asked = Os yw’n dal i gael ei ddal ar { $day }, byddwn yn gofyn i chi beth i’w wneud ag ef. Mae hynny yr un fath i bawb.

together-state-waiting = Nid yw hyn wedi mynd at { $agency } eto. Mae’n aros nes bod digon o bobl wedi ysgrifennu am yr un peth. Gallwch ei gymryd yn ôl o hyd. Os na chlywn ddim, caiff ei ddileu ar { $until }.
together-held = Mae hwn yn cael ei ddal nes bod { $count ->
    [2] 2 berson
    [3] 3 pherson
   *[other] { $count } o bobl
  } wedi ysgrifennu am yr un peth{ $agencies ->
    [two] , o ddwy asiantaeth neu fwy
   *[any] {""}
  }. Rydych chi’n cyfrif fel un. Nid ydym yn dweud a yw eraill wedi ysgrifennu.
together-until = Nid oes neb wedi ei ddarllen. Os yw’n dal i gael ei ddal ar { $asked }, byddwn yn anfon neges atoch. Yna dewiswch: ei anfon ar ei ben ei hun, ei ddal am fwy o amser, neu ei dynnu’n ôl. Os na chlywn ddim, caiff ei ddileu ar { $until }.
together-alone-button = Anfon hwn yn unig
together-alone-title = Anfon hwn yn unig
together-alone-sure = Mae’n mynd at yr arweinwyr ar ôl aros rhai munudau ar hap, beth bynnag y mae eraill yn ei wneud. Nes iddo fynd allan, gallwch ei dynnu’n ôl o hyd.
together-alone-submit = Anfon hwn yn unig
together-alone-done = Nid yw’n cael ei ddal mwyach. Mae’n mynd allan ar ôl aros rhai munudau ar hap.
together-longer-button = Ei ddal am fwy o amser
together-longer-title = Ei ddal am fwy
together-longer-done = Mae’n cael ei ddal am yr un faint o amser eto, yn cyfrif o heddiw: tan { $until }.
together-not-held = Nid yw hwn yn cael ei ddal mwyach. Mae ei dudalen yn dangos pa mor bell y mae wedi dod.
bot-together = Nid chi oedd yr unig un. Mae eraill wedi ysgrifennu am yr un peth, ac aeth y cyfan allan gyda’i gilydd.
beside-button = Gweld beth ddaeth gydag ef
beside-title = Daeth gyda’i gilydd
beside-intro = { $count ->
    [one] Cafodd un arall ei ddal hefyd, a daeth atoch ar yr un diwrnod. Efallai ei fod am yr un peth.
    [two] Cafodd dau arall eu dal hefyd, a daethant atoch ar yr un diwrnod. Efallai eu bod am yr un peth.
   *[other] Cafodd { $count } arall eu dal hefyd, a daethant atoch ar yr un diwrnod. Efallai eu bod am yr un peth.
} Edrychwch arnynt ochr yn ochr, ac atebwch bob un ar wahân. Peidiwch â cheisio canfod pwy a’u hysgrifennodd.
beside-none = Ni ddaeth dim arall y gallwch ei ddarllen gyda hwn. Mae’r hyn sydd gennych o dan “Fy mhryderon”.
answer-held = Mae eich geiriau wedi’u hychwanegu, ac yn cael eu dal gyda’r gweddill. Ânt allan pan aiff y cyfan.
bot-together-lead = Cafodd hwn ei ddal nes bod eraill wedi gweld yr un peth. Gwnaethant hynny, ac aeth y cyfan allan gyda’i gilydd. Peidiwch â cheisio canfod pwy ydynt.
brought-danger = Nid oes dim wedi mynd allan eto. Os oes rhywun mewn perygl, nid yw pryder byth yn cael ei ddal. Ffoniwch 999 os yw’n frys. Yna edrychwch ar hwn a’i anfon nawr: mae’n mynd allan ar unwaith.
