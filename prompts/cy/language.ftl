# Awaiting a Welsh reader
# Yr iaith y mae rhywun am gael ei defnyddio.

language-title = Iaith
language-button = Newid iaith
language-label = Pa iaith hoffech chi?
language-submit = Cadw
language-done-title = Cadwyd eich iaith
language-done = O hyn ymlaen, bydd Upstander yn defnyddio’r iaith honno gyda chi.
language-unknown-person = Ni allem gadw hynny, am nad ydym yn eich adnabod eto. Agorwch “Fy mhryderon” a rhowch gynnig arall arni yn nes ymlaen.

missing-language = Dewiswch iaith o’r rhestr, os gwelwch yn dda.
