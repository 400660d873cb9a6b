unpublished-person = kesek ku navê wî li vir nayê gotin
unpublished-organisation = saziyek ku navê wê li vir nayê gotin
unpublished-place = cihek ku navê wî li vir nayê gotin
unpublished-source = çavkaniyek ku li vir nehatiye weşandin
unpublished-page = rûpelek ku li vir nehatiye weşandin
date-not-stated = dîrok nehatiye gotin

## Search

search-title = Lêgerîn
search-site = Di vê malperê de bigere
search-words = Nav an peyv
search-button = Bigere
search-offers = Nav
search-dek = Pêşî nav, paşê her tiştê ku hatiye nivîsandin û gotin. Li cihê ku skrîpt naxebitin, lîsteyên jêrîn rê nîşan didin.
search-narrow = Teng bike
search-more = Encamên din
search-lists = Hemû lîste
search-all = Hemû rûpel di lîsteyekê de
search-people = Kes ji A heta Z
search-years = Danişîn li gorî salan
search-cases = Doz
search-kinds = Li gorî cureyê
search-found = { $count ->
    [one] { $shown } encam
   *[other] { $shown } encam
}
search-nothing = Ji bo “{ $question }” tiştek nehat dîtin.
search-failed = Lêgerîn nehat barkirin. Dîsa biceribîne, an lîsteyên jêrîn bi kar bîne.
search-statement = Beyan
search-by-kind = Cure
search-by-case = Doz
search-by-role = Rol
search-by-year = Sal
search-by-language = Ziman
search-by-status = Rewşa beyanan
all-pages-title = Hemû rûpel
all-pages-dek = { $count ->
    [one] { $count } rûpel, li gorî cure û navî.
   *[other] { $count } rûpel, li gorî cure û navî.
}
all-pages-parts = Rûpelên vê lîsteyê
