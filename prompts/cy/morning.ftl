# Awaiting a Welsh reader
# Rhestr y bore: un cerdyn y dydd i bob arweinydd, os oes rhywbeth yn aros.

morning-title = Bore da. Dyma sut mae pethau’n sefyll
morning-waiting = Yn aros amdanoch chi
morning-owned = Gennych chi
morning-unowned = Heb neb eto
morning-today = I’w gwneud erbyn heddiw
morning-over = Wedi mynd heibio’r amser
morning-see = Eu gweld
