# Awaiting a Welsh reader
# Beth ellir ei wneud yma, mewn ychydig linellau.

help-title = Am Upstander
help-what = Wedi gweld neu glywed rhywbeth sy’n eich poeni? Gallwch godi llais yma: wrth eich enw, yn gyfrinachol neu’n ddienw. Bydd person yn ei dderbyn, a chewch glywed yn ôl. Os na fydd neb, byddwn yn gofyn i eraill ac yn dweud wrthych. Gallwch herio penderfyniad: rhaid i bwy bynnag a’i gwnaeth ateb. Gallwch gofnodi atgyfeiriad, a gofyn am ail farn. Mae “Fy mhryderon” yn dangos pob cam.
