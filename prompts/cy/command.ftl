# Awaiting a Welsh reader
# Gwrthod yn garedig cyn i unrhyw orchymyn ddechrau. Mae pob un yn dweud beth i’w wneud nesaf.

unknown-verb = Dydw i ddim yn adnabod hwnnw mwyach. Agorwch Upstander eto a rhowch gynnig arall arni oddi yno.
guest = Ni wn i ba asiantaeth rydych yn perthyn, felly ni allaf dderbyn hyn gennych yma. Siaradwch â’ch arweinydd diogelu. Os oes rhywun mewn perygl nawr, ffoniwch 999.
form-too-old = Ni ellir anfon y ffurflen hon mwyach. Ni anfonwyd dim. Copïwch eich geiriau, agorwch ffurflen newydd a’u hanfon oddi yno.
not-yours = Ni allwch agor hwn. Dim ond y person a’i cododd all wneud hynny, ac nid ar ôl iddo gau os na roddwyd enw. Gallwch godi pryder newydd.
